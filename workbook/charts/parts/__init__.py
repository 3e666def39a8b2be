"""What several charts are put together from: places of labels, rows, scales, piles of dots."""
