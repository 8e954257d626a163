<?php
// Sets an HTML page with TCPDF: php tcpdf.php HTML PDF MARGIN RUNNING-HEAD PAGE-NUMBER SIZE
require_once '/usr/share/php/tcpdf/tcpdf.php';

[, $source, $target, $margin, $running_head, $number, $size] = $argv;

class Report extends TCPDF {
    public $running_head, $number;
    public function Header() {
        $this->SetFont('stsongstdlight', '', 9);
        $this->SetY(12);
        $this->Cell(0, 6, $this->running_head, 'B', 0, 'C');
    }
    public function Footer() {
        $this->SetFont('stsongstdlight', '', 9);
        $this->SetY(-15);
        $text = str_replace(['{n}', '{N}'], [$this->getAliasNumPage(), $this->getAliasNbPages()], $this->number);
        $this->Cell(0, 6, $text, 0, 0, 'C');
    }
}

$html = file_get_contents($source);
$html = preg_replace('/font-family:[^;]*;/', '', $html);
// The rules of the page that TCPDF does not know, and widths that it reads from the cells alone.
$html = preg_replace('/@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/', '', $html);
$html = preg_replace_callback('/<table><colgroup>(.*?)<\/colgroup>(.*?)<\/table>/s', function ($match) {
    preg_match_all('/width:([\d.]+)%/', $match[1], $found);
    $widths = array_map('floatval', $found[1]);
    $held = array_fill(0, count($widths), 0);      // rows that a cell above still covers
    $body = preg_replace_callback('/<tr[^>]*>.*?<\/tr>/s', function ($row) use ($widths, &$held) {
        $column = 0;
        $done = preg_replace_callback('/<td class="([^"]*)" rowspan="(\d+)" colspan="(\d+)"/', function ($cell) use ($widths, &$held, &$column) {
            while ($column < count($held) && $held[$column] > 0) { $held[$column]--; $column++; }
            $width = array_sum(array_slice($widths, $column, (int)$cell[3]));
            for ($i = 0; $i < $cell[3]; $i++) $held[$column++] = $cell[2] - 1;
            return $cell[0] . " width=\"$width%\"";
        }, $row[0]);
        while ($column < count($held)) { if ($held[$column] > 0) $held[$column]--; $column++; }
        return $done;
    }, $match[2]);
    return "<table cellpadding=\"2\">$body</table>";
}, $html);

$pdf = new Report('P', 'mm', 'A4');
$pdf->running_head = $running_head;
$pdf->number = $number;
$pdf->setPrintHeader($running_head !== '');
$pdf->setPrintFooter($number !== '');
$pdf->SetMargins($margin, 25, $margin);
$pdf->SetAutoPageBreak(true, 25);
$pdf->SetFont('stsongstdlight', '', $size);
$pdf->AddPage();
$pdf->writeHTML($html, true, false, true, false, '');
$pdf->Output(realpath(dirname($target)) . '/' . basename($target), 'F');
