# Draws recorded operations on R's own PDF device, with a Chinese font that is named, not embedded:
# Rscript graphics.R OPERATIONS PDF
files <- commandArgs(trailingOnly = TRUE)
size <- c(595.28, 841.89)
pdf(files[2], width = size[1] / 72, height = size[2] / 72, family = "GB1", pointsize = 12)
par(mar = c(0, 0, 0, 0), xaxs = "i", yaxs = "i")
for (operation in readLines(files[1], encoding = "UTF-8")) {
  part <- strsplit(operation, "\t", fixed = TRUE)[[1]]
  number <- suppressWarnings(as.numeric(part[-1]))
  if (part[1] == "page") {
    plot.new()
    plot.window(xlim = c(0, size[1]), ylim = c(0, size[2]))
  } else if (part[1] == "line") {
    lines(number[c(1, 3)], number[c(2, 4)], lwd = number[5] * 96 / 72)
  } else if (part[1] == "ring") {
    symbols(number[1], number[2], circles = number[3], inches = FALSE, add = TRUE)
  } else {
    text(number[1], number[2], part[9], cex = number[3] / 12, srt = number[4],
         col = gray(number[5]), font = 1 + number[6], adj = c(0, 0))
  }
}
invisible(dev.off())
