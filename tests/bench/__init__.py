"""What it costs, as ratios to a stated baseline in one run. `./run bench` prints the table."""
