"""Reading the text of a wage IOU: names, sums, days, elements, traps. Pure: text in, value out."""
