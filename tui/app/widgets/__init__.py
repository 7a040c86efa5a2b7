"""What is on the screen: widgets are given data and post messages; they decide nothing."""
