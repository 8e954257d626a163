// For `mutool run marks.js FILE`: one JSON object a line for each mark of an annotated PDF, with the text
// that MuPDF finds under it, and where it is on the page as displayed: points, from the top left.
function inside(quad, x, y) {
  var xs = [quad[0], quad[2], quad[4], quad[6]];
  var ys = [quad[1], quad[3], quad[5], quad[7]];
  return x > Math.min.apply(null, xs) && x < Math.max.apply(null, xs) &&
    y > Math.min.apply(null, ys) && y < Math.max.apply(null, ys);
}
var file = new PDFDocument(scriptArgs[0]);
for (var number = 0; number < file.countPages(); ++number) {
  var page = file.loadPage(number);
  var chars = [];
  page.toStructuredText().walk({
    onChar: function (c, origin, font, size, quad) { chars.push([c, quad]); }
  });
  page.getAnnotations().forEach(function (mark) {
    var object = mark.getObject();
    var told = { page: number + 1, type: mark.getType(), title: String(object.get("T")),
      note: mark.getContents(), popup: !object.get("Popup").isNull(),
      drawn: !object.get("AP").get("N").isNull(), text: "", quads: [] };
    if (told.type == "Highlight") {
      told.quads = mark.getQuadPoints();
      var seen = [];
      chars.forEach(function (char) {
        var q = char[1];
        var x = (q[0] + q[2] + q[4] + q[6]) / 4;
        var y = (q[1] + q[3] + q[5] + q[7]) / 4;
        if (!told.quads.some(function (quad) { return inside(quad, x, y); })) return;
        // Bold type may be made by printing twice.
        if (seen.some(function (s) { return s[0] == char[0] && Math.abs(s[1] - x) + Math.abs(s[2] - y) < 1.5; }))
          return;
        seen.push([char[0], x, y]);
        told.text += char[0];
      });
    }
    print(JSON.stringify(told));
  });
}
