/** Lines of which only the verdict and its like are asked: counted, or written as one of a few hundred rows. */
