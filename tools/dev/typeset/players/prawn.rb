# Draws recorded operations with Prawn: ruby prawn.rb OPERATIONS PDF LATIN CHINESE (font files)
require "prawn"

source, target, *fonts = ARGV
pdf = Prawn::Document.new(page_size: [595.28, 841.89], margin: 0, skip_page_creation: true)
File.foreach(source, chomp: true, encoding: "UTF-8") do |line|
  kind, *parts = line.split("\t")
  case kind
  when "page"
    pdf.start_new_page
  when "text"
    x, y, size, angle, grey, bold = parts.map(&:to_f)
    pdf.font(fonts[parts[6].to_i])
    pdf.fill_color(format("%02x", (grey * 255).round) * 3)
    pdf.line_width = 0.3
    pdf.text_rendering_mode(bold == 1 ? :fill_stroke : :fill) do
      pdf.draw_text(parts[7], at: [x, y], size: size, **(angle.zero? ? {} : { rotate: angle }))
    end
  when "line"
    x0, y0, x1, y1, width = parts.map(&:to_f)
    pdf.line_width = width
    pdf.stroke_line([x0, y0], [x1, y1])
  when "ring"
    x, y, radius = parts.map(&:to_f)
    pdf.stroke_circle([x, y], radius)
  end
end
pdf.render_file(target)
