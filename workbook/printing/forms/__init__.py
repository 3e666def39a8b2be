"""What people write on: boxes, scales, maps and lines, drawn for a pen."""
