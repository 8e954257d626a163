import com.itextpdf.text.Document;
import com.itextpdf.text.Rectangle;
import com.itextpdf.text.pdf.BaseFont;
import com.itextpdf.text.pdf.PdfContentByte;
import com.itextpdf.text.pdf.PdfWriter;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws recorded operations with iText: java Itext.java OPERATIONS PDF LATIN CHINESE. Each line of
 * OPERATIONS is one operation.
 */
public final class Itext {
  public static void main(String[] arguments) throws Exception {
    List<String> operations = Files.readAllLines(Path.of(arguments[0]));
    BaseFont[] fonts = new BaseFont[2];
    for (int i = 0; i < 2; ++i)
      fonts[i] = BaseFont.createFont(arguments[2 + i], BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
    Document document = new Document(new Rectangle(595.28f, 841.89f));
    PdfWriter writer = PdfWriter.getInstance(document, new FileOutputStream(arguments[1]));
    boolean started = false;
    for (String operation : operations) {
      String[] part = operation.split("\t");
      if (part[0].equals("page")) {
        if (started) document.newPage();
        else document.open();
        started = true;
        writer.setPageEmpty(false);
        continue;
      }
      PdfContentByte content = writer.getDirectContent();
      float[] n = new float[part.length];
      int last = part[0].equals("text") ? part.length - 1 : part.length;
      for (int i = 1; i < last; ++i) n[i] = Float.parseFloat(part[i]);
      if (part[0].equals("line")) {
        content.setLineWidth(n[5]);
        content.moveTo(n[1], n[2]);
        content.lineTo(n[3], n[4]);
        content.stroke();
      } else if (part[0].equals("ring")) {
        content.circle(n[1], n[2], n[3]);
        content.stroke();
      } else {
        content.beginText();
        content.setFontAndSize(fonts[(int) n[7]], n[3]);
        content.setGrayFill(n[5]);
        content.setTextRenderingMode((int) n[6] == 1 ? 2 : 0);
        content.setLineWidth(0.3f);
        double turn = Math.toRadians(n[4]);
        float cosine = (float) Math.cos(turn), sine = (float) Math.sin(turn);
        content.setTextMatrix(cosine, sine, -sine, cosine, n[1], n[2]);
        content.showText(part[8]);
        content.endText();
      }
    }
    document.close();
  }
}
