// Marks in PDFs: they stand on what they speak of, whatever made the file and however its pages
// are turned, and the file stays what it was.
#include "tools/workers/annotate/annotate.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <utility>

#include "parser/reader.h"
#include "tests/places.h"
#include "tests/tools/annotate/annotated.h"
#include "tests/tools/run_program.h"

namespace tradereport::tools {
namespace {

using test::complaints_of_viewers;
using test::read_file;
using test::sample;
using test::ScratchFolder;
using test::seen_marks;
using test::SeenMark;
using test::sorted_text;

constexpr const char* kMay = "beijing-goods-2024-05.pdf";

const parser::Reader& bundled_reader() {
  static const parser::Reader reader([] {
    std::vector<Family> families;
    for (const auto& [file, text] : bundled_families())
      families.push_back(*load_family(text, file).family);
    return families;
  }());
  return reader;
}

// A mark on every figure of the report that has a box, which says what is printed there.
struct MarkedFigures {
  std::vector<PageMark> marks;
  std::vector<int> turns;
};

MarkedFigures marks_on_all(const std::string& bytes) {
  const parser::ReadResult read = bundled_reader().read(bytes, "");
  MarkedFigures all;
  EXPECT_TRUE(read.report) << "not read";
  if (!read.report) return all;
  all.turns = read.turns;
  const auto add = [&](const Figure& figure) {
    if (!figure.source.boxes.empty())
      all.marks.push_back({PageMark::Kind::error, figure.source.page, figure.source.boxes,
                           "tradereport T", figure.printed});
  };
  for (const Figure& figure : read.report->figures) add(figure);
  for (const Claim& claim : read.report->claims) add(claim);
  return all;
}

// Puts the annotated PDF into the folder and looks whether each mark covers its digits.
AnnotatedPdf expect_marks_on_digits(const std::string& bytes, const ScratchFolder& folder) {
  const MarkedFigures all = marks_on_all(bytes);
  const Annotating result = annotate_pdf(bytes, all.marks, all.turns);
  EXPECT_TRUE(result.pdf) << result.error << " " << result.reason;
  if (!result.pdf) return {};
  folder.write("marked.pdf", result.pdf->bytes);
  const std::filesystem::path file = folder.path() / "marked.pdf";
  std::size_t highlights = 0;
  for (const SeenMark& mark : seen_marks(file)) {
    if (mark.type != "Highlight" || !mark.popup) continue;
    ++highlights;
    EXPECT_TRUE(mark.drawn);
    EXPECT_EQ(sorted_text(mark.text), sorted_text(mark.note)) << "by MuPDF, page " << mark.page;
    EXPECT_EQ(mark.by_poppler, sorted_text(mark.note)) << "by Poppler, page " << mark.page;
  }
  EXPECT_EQ(highlights, all.marks.size());
  EXPECT_GT(highlights, 50U);
  EXPECT_EQ(complaints_of_viewers(file), "");
  return *result.pdf;
}

void expect_update(const AnnotatedPdf& pdf, const std::string& original) {
  EXPECT_FALSE(pdf.anew);
  EXPECT_TRUE(pdf.bytes.starts_with(original));
}

// The sample after `qpdf OPTIONS`.
std::string through_qpdf(const std::string& options, const std::string& name = kMay) {
  const ScratchFolder folder;
  const std::string out = (folder.path() / "out.pdf").string();
  const std::string command = fmt::format("qpdf '{}' '{}' {}", sample(name).string(), out, options);
  EXPECT_EQ(std::system(command.c_str()), 0) << command;
  return read_file(out);
}

// The sample in the form that people can edit, with each `first` replaced by `second`.
std::string with_replaced(const std::vector<std::pair<std::string, std::string>>& texts) {
  const ScratchFolder folder;
  std::string pdf = through_qpdf("--qdf --object-streams=disable");
  for (const auto& [from, to] : texts) {
    std::size_t replaced = 0;
    for (std::size_t at = pdf.find(from); at != std::string::npos; at = pdf.find(from, at)) {
      pdf.replace(at, from.size(), to);
      at += to.size();
      ++replaced;
    }
    EXPECT_GT(replaced, 0U) << from;
  }
  folder.write("edited.pdf", pdf);
  const std::string path = folder.path().string();
  EXPECT_EQ(std::system(fmt::format("fix-qdf <'{0}/edited.pdf' >'{0}/out.pdf'", path).c_str()), 0);
  return read_file(folder.path() / "out.pdf");
}

std::string with_on_pages(const std::string& entries) {
  return with_replaced({{"/Type /Page\n", "/Type /Page\n" + entries + "\n"}});
}

std::string signed_sample() {
  return with_replaced(
      {{"/Type /Catalog\n", "/Type /Catalog\n/AcroForm << /Fields [] /SigFlags 3 >>\n"}});
}

// A PDF of these objects, numbered from 1; the first is its catalog.
std::string pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.7\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  return pdf + table +
         fmt::format("trailer << /Root 1 0 R /Size {} >>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, pdf.size());
}

class AnnotatedSample : public testing::TestWithParam<std::string> {};

TEST_P(AnnotatedSample, EveryMarkCoversItsDigits) {
  const std::string original = read_file(sample(GetParam()));
  const ScratchFolder folder;
  const AnnotatedPdf pdf = expect_marks_on_digits(original, folder);
  if (GetParam().find("encrypted") == std::string::npos)
    expect_update(pdf, original);
  else
    EXPECT_TRUE(pdf.anew);
}

std::vector<std::string> pdf_samples() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(kSourceFolder) + "/samples"))
    if (entry.path().extension() == ".pdf") names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(All, AnnotatedSample, testing::ValuesIn(pdf_samples()),
                         [](const auto& made) {
                           std::string name = made.param;
                           std::replace_if(
                               name.begin(), name.end(),
                               [](char c) { return std::isalnum(c) == 0; }, '_');
                           return name;
                         });

TEST(AnnotatePdf, TurnedPages) {
  for (const char* const angle : {"+90", "+180", "+270"}) {
    SCOPED_TRACE(angle);
    const std::string original = through_qpdf(fmt::format("--rotate={}", angle));
    const ScratchFolder folder;
    expect_update(expect_marks_on_digits(original, folder), original);
  }
}

TEST(AnnotatePdf, PagesWhoseCornerIsElsewhere) {
  for (const int rotate : {0, 90, 180, 270}) {
    SCOPED_TRACE(rotate);
    const std::string boxes = "/MediaBox [-40 -30 640 900] /CropBox [-20 -11 600 870]";
    const std::string original = with_replaced(
        {{"/MediaBox", "/FormerMediaBox"},
         {"/Type /Page\n", fmt::format("/Type /Page\n{} /Rotate {}\n", boxes, rotate)}});
    const ScratchFolder folder;
    expect_update(expect_marks_on_digits(original, folder), original);
  }
}

// Its annotations are in the units of the page all the same. MuPDF displays it twice as large.
TEST(AnnotatePdf, PagesInAnotherUnit) {
  const std::string original = with_on_pages("/UserUnit 2");
  const MarkedFigures all = marks_on_all(original);
  const Annotating result = annotate_pdf(original, all.marks, all.turns);
  ASSERT_TRUE(result.pdf);
  const ScratchFolder folder;
  folder.write("marked.pdf", result.pdf->bytes);
  for (const SeenMark& mark : seen_marks(folder.path() / "marked.pdf"))
    EXPECT_EQ(sorted_text(mark.text), sorted_text(mark.type == "Highlight" ? mark.note : ""));
}

TEST(AnnotatePdf, ObjectStreamsAndLinearisedFilesAreUpdatedInTheirKind) {
  for (const char* const options : {"--object-streams=generate", "--object-streams=disable",
                                    "--linearize", "--linearize --object-streams=generate"}) {
    SCOPED_TRACE(options);
    const std::string original = through_qpdf(options);
    const ScratchFolder folder;
    const AnnotatedPdf pdf = expect_marks_on_digits(original, folder);
    expect_update(pdf, original);
    const std::string added = pdf.bytes.substr(original.size());
    const bool streams = std::string(options).find("generate") != std::string::npos;
    EXPECT_EQ(added.find("/Type /XRef") != std::string::npos, streams);
    EXPECT_EQ(added.find("\nxref\n") != std::string::npos, !streams);
  }
}

// A second update on top of the first: all marks are there.
TEST(AnnotatePdf, AnAnnotatedFileKeepsItsAnnotations) {
  const std::string original = read_file(sample(kMay));
  const MarkedFigures all = marks_on_all(original);
  const Annotating first = annotate_pdf(original, all.marks, all.turns);
  ASSERT_TRUE(first.pdf);
  const PageMark more{PageMark::Kind::note, 1, {}, "tradereport D02", "表格缺失"};
  const Annotating second = annotate_pdf(first.pdf->bytes, {more}, all.turns);
  ASSERT_TRUE(second.pdf);
  expect_update(*second.pdf, first.pdf->bytes);
  const ScratchFolder folder;
  folder.write("marked.pdf", second.pdf->bytes);
  const std::vector<SeenMark> seen = seen_marks(folder.path() / "marked.pdf");
  std::size_t notes = 0;
  std::size_t highlights = 0;
  for (const SeenMark& mark : seen) {
    highlights += mark.type == "Highlight" ? 1 : 0;
    if (mark.type != "Text") continue;
    ++notes;
    EXPECT_EQ(mark.note, "表格缺失");
    EXPECT_TRUE(mark.drawn);
  }
  EXPECT_EQ(notes, 1U);
  EXPECT_EQ(highlights, all.marks.size());
  EXPECT_EQ(complaints_of_viewers(folder.path() / "marked.pdf"), "");
}

TEST(AnnotatePdf, WhatCannotBeAppendedToIsWrittenAnew) {
  const std::string original = read_file(sample(kMay));
  const std::size_t end = original.rfind("startxref");
  for (const std::string& damaged :
       {original.substr(0, end) + "startxref\n7\n%%EOF\n", "junk\n" + original}) {
    const ScratchFolder folder;
    EXPECT_TRUE(expect_marks_on_digits(damaged, folder).anew);
  }
}

TEST(AnnotatePdf, EncryptionIsKept) {
  for (const char* const how : {"128 --use-aes=y --", "256 --", "40 --"}) {
    SCOPED_TRACE(how);
    const std::string original =
        through_qpdf(fmt::format("--allow-weak-crypto --encrypt '' owner {}", how));
    const ScratchFolder folder;
    EXPECT_TRUE(expect_marks_on_digits(original, folder).anew);
    const std::string file = (folder.path() / "marked.pdf").string();
    EXPECT_EQ(std::system(("qpdf --is-encrypted '" + file + "'").c_str()), 0);
  }
}

TEST(AnnotatePdf, AFileThatForbidsItIsLeftAlone) {
  const std::string original = through_qpdf("--encrypt '' owner 256 --annotate=n --");
  const MarkedFigures all = marks_on_all(original);
  const Annotating result = annotate_pdf(original, all.marks, all.turns);
  EXPECT_FALSE(result.pdf);
  EXPECT_EQ(result.error, "annotate_protected");
}

TEST(AnnotatePdf, SignedBytesStay) {
  const std::string original = signed_sample();
  const ScratchFolder folder;
  const AnnotatedPdf pdf = expect_marks_on_digits(original, folder);
  expect_update(pdf, original);
  EXPECT_TRUE(pdf.is_signed);
  const MarkedFigures all = marks_on_all(original);
  EXPECT_EQ(annotate_pdf("junk\n" + original, all.marks, all.turns).error, "annotate_signed");
}

TEST(AnnotatePdf, PagesThatDoNotMatchAreNotGuessed) {
  const std::string original = read_file(sample(kMay));
  EXPECT_EQ(annotate_pdf(original, {}, {0, 0}).error, "annotate_damaged");
  EXPECT_EQ(annotate_pdf("%PDF-1.4\nnothing", {}, {0}).error, "annotate_damaged");
  EXPECT_EQ(annotate_pdf("", {}, {0}).error, "annotate_damaged");
}

// Every object that a file may have in place of another: refused or written, and no crash.
TEST(AnnotatePdf, OddPagesAreRefusedOrWritten) {
  const PageMark mark{PageMark::Kind::error, 1, {{100, 100, 140, 112}}, "t", "x"};
  for (const char* const key :
       {"/MediaBox", "/CropBox", "/Rotate", "/Annots", "/Parent", "/Type"}) {
    for (const char* const value :
         {"null", "7", "45", "-90", "(text)", "[]", "[1]", "[null 3]", "[/a /b /c /d]", "[9 9 9 9]",
          "[700 800 0 0]", "<< /a 1 >>", "[99999 0 R]"}) {
      SCOPED_TRACE(std::string(key) + " " + value);
      std::string page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";
      const std::size_t there = page.find(std::string(key) + " ");
      // The last of two says nothing: what is there gives way.
      if (there != std::string::npos) page.insert(there + 1, "Former");
      page.insert(3, fmt::format("{} {} ", key, value));
      const std::string bytes = pdf_of(
          {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page});
      const Annotating result = annotate_pdf(bytes, {mark}, {0});
      EXPECT_NE(result.pdf.has_value(), !result.error.empty());
    }
  }
}

}  // namespace
}  // namespace tradereport::tools
