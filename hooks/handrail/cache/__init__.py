"""What is kept between runs to be faster the next time. Any of it may be deleted."""
