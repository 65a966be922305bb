// Everything here makes a page nicer; no page needs it.
