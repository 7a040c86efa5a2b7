"""What is kept between runs: caches, the reader's own work, and the configuration."""
