# Draws recorded operations with PDF::API2: perl pdfapi2.pl OPERATIONS PDF LATIN CHINESE (font files)
use strict;
use warnings;
use PDF::API2;

my ($source, $target, @files) = @ARGV;
open my $operations, '<:encoding(UTF-8)', $source or die "$source: $!";
my $pdf = PDF::API2->new();
my @fonts = map { $pdf->font($_) } @files;
my ($graphics, $text);
while (my $line = <$operations>) {
  chomp $line;
  my ($kind, @parts) = split /\t/, $line;
  if ($kind eq 'page') {
    my $page = $pdf->page();
    $page->mediabox(595.28, 841.89);
    ($graphics, $text) = ($page->graphics(), $page->text());
  } elsif ($kind eq 'text') {
    my ($x, $y, $size, $angle, $grey, $bold, $font, $string) = @parts;
    $text->font($fonts[$font], $size);
    $text->fillcolor(sprintf '#%02x%02x%02x', ($grey * 255) x 3);
    $text->render($bold ? 2 : 0);
    $text->transform(-translate => [$x, $y], -rotate => $angle);
    $text->text($string);
  } elsif ($kind eq 'line') {
    my ($x0, $y0, $x1, $y1, $width) = @parts;
    $graphics->linewidth($width);
    $graphics->move($x0, $y0);
    $graphics->line($x1, $y1);
    $graphics->stroke();
  } else {
    $graphics->circle(@parts);
    $graphics->stroke();
  }
}
$pdf->saveas($target);
