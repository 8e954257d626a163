// Word files: what is text in them, where it stands, and files that are none.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parser/pages/docx_file.h"
#include "parser/pages/docx_text.h"
#include "parser/pages/open_document.h"
#include "tests/parser/docx_writer.h"
#include "tests/parser/support.h"

namespace tradereport::parser {
namespace {

using test::docx_of;
using test::paragraph;
using test::table;
using testing::ElementsAre;

std::vector<std::string> lines_in(const std::string& docx) {
  std::vector<std::string> lines;
  const OpenedDocument opened = open_document(docx, "draft.docx");
  if (!opened.document) return {std::string(to_string(opened.error->code))};
  for (const Line& line : opened.document->lines) lines.push_back(line.raw.str());
  return lines;
}

std::string run(const std::string& inside, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr>" + inside + "</w:r>";
}

TEST(Docx, ParagraphsAreLines) {
  EXPECT_THAT(lines_in(docx_of(paragraph("一、贸易总体情况") + paragraph("") +
                               paragraph("出口 74.7亿美元，", "<w:jc w:val=\"center\"/>"))),
              ElementsAre("一、贸易总体情况", "出口 74.7亿美元，"));
}

TEST(Docx, LongParagraphsAreBrokenAndFiguresAreNot) {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "进口1845.4亿美元，";
  const std::vector<std::string> lines = lines_in(docx_of(paragraph(text)));
  EXPECT_GT(lines.size(), 8U);
  std::string whole;
  for (const std::string& line : lines) {
    EXPECT_EQ(line.find("1845.4") == std::string::npos && line.find("18") != std::string::npos,
              false)
        << line;
    whole += line;
  }
  EXPECT_EQ(whole, text);
}

TEST(Docx, TrackedChangesCountAsAccepted) {
  const std::string body =
      "<w:p>" + run("<w:t>出口 </w:t>") + "<w:del>" + run("<w:delText>74.6</w:delText>") +
      "</w:del><w:ins>" + run("<w:t>74.7</w:t>") + "</w:ins>" + run("<w:t>亿美元</w:t>") + "</w:p>";
  EXPECT_THAT(lines_in(docx_of(body)), ElementsAre("出口 74.7亿美元"));
  const auto parts = docx_parts(docx_of(body));
  ASSERT_TRUE(parts);
  const auto rejected = docx_text(*parts, TrackedChanges::rejected);
  ASSERT_TRUE(rejected && rejected->body.size() == 1);
  std::u32string text;
  for (const DocxSpan& span : std::get<DocxParagraph>(rejected->body[0]).spans) text += span.text;
  EXPECT_EQ(text, U"出口 74.6亿美元");
}

// A deleted end of a paragraph joins it to the next; deleted rows are gone.
TEST(Docx, DeletedParagraphMarksAndRows) {
  EXPECT_THAT(lines_in(docx_of("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" +
                               run("<w:t>出口</w:t>") + "</w:p>" + paragraph("74.7亿美元"))),
              ElementsAre("出口74.7亿美元"));
  EXPECT_THAT(
      lines_in(docx_of("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("1") +
                       "</w:tc></w:tr><w:tr><w:tc>" + paragraph("2") + "</w:tc></w:tr></w:tbl>")),
      ElementsAre("2"));
}

TEST(Docx, HiddenTextAndInstructionsAreNoText) {
  EXPECT_THAT(lines_in(docx_of(
                  "<w:p>" + run("<w:t>出口</w:t>") + run("<w:t>99.9</w:t>", "<w:vanish/>") +
                  run("<w:t>74.7</w:t>", "<w:vanish w:val=\"0\"/>") +
                  run("<w:fldChar w:fldCharType=\"begin\"/>") +
                  run("<w:instrText> REF figure1 </w:instrText>") +
                  run("<w:fldChar w:fldCharType=\"separate\"/>") + run("<w:t>亿</w:t>") +
                  run("<w:fldChar w:fldCharType=\"end\"/>") + run("<w:t>美元</w:t>") + "</w:p>")),
              ElementsAre("出口74.7亿美元"));
}

TEST(Docx, PageNumbersAreNoText) {
  EXPECT_THAT(
      lines_in(docx_of("<w:p>" + run("<w:t>共</w:t>") + "<w:fldSimple w:instr=\" NUMPAGES \">" +
                       run("<w:t>7</w:t>") + "</w:fldSimple>" + run("<w:t>页</w:t>") + "</w:p>")),
      ElementsAre("共页"));
}

// The mark of a note is no part of what it hangs on.
TEST(Docx, FootnotesFollowTheText) {
  const Report report = test::read(
      docx_of(
          paragraph("北京市货物贸易月度监测报告") + paragraph("一、贸易总体情况") + "<w:p>" +
              run("<w:t>2024年 5月，北京市货物贸易进出口总额 462.1</w:t>") +
              run("<w:footnoteReference w:id=\"2\"/>") + run("<w:t>亿美元。</w:t>") + "</w:p>",
          "<w:footnote w:id=\"2\">" + paragraph(" 见 2023年技术文档第 17 页。") + "</w:footnote>"),
      "draft.docx");
  ASSERT_EQ(report.claims.size(), 1U);
  EXPECT_EQ(report.claims[0].printed, "462.1");
  EXPECT_THAT(test::unread_numerals(report), testing::IsEmpty());
}

TEST(Docx, TextBoxesAreReadOnce) {
  const std::string inside =
      "<w:txbxContent>" + paragraph("当月净进口 312.6亿美元") + "</w:txbxContent>";
  EXPECT_THAT(
      lines_in(docx_of("<w:p>" +
                       run("<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + inside +
                           "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" +
                           inside + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>") +
                       run("<w:t>见右图</w:t>") + "</w:p>")),
      ElementsAre("见右图", "当月净进口 312.6亿美元"));
}

// The heads of the published report's first table, merged as Word merges them.
const char* const kOverview =
    "项目 | 5 月当月 >3 | 1 至 5 月累计 >3\n"
    "^ | 绝对值 | 份额（%） | 同比变化（%） | 绝对值 | 份额（%） | 同比变化（%）\n"
    "进出口总额 | 462.1 | 8.9 | 0.9 | 2190.3 | 8.9 | 0.9\n"
    "出口额 | 74.7 | 2.5 | 15.7 | 344.8 | 2.5 | -1.8\n"
    "进口额 | 387.3 | 17.6 | -1.6 | 1845.4 | 17.4 | 1.4\n"
    "净出口额（亿美元） | -312.6 | | 16.3 | -1500.6 | | -32.0\n";
const std::string kDraftTitle = "北京市货物贸易月度监测报告";
const std::string kOverviewCaption = "表 1：2024年 5月北京市货物贸易进出口概况（亿美元）";

TEST(Docx, TablesKeepTheirColumns) {
  const Report report = test::read(
      docx_of(paragraph(kDraftTitle) + paragraph("一、贸易总体情况") + paragraph(kOverviewCaption) +
              table(kOverview, 7) + paragraph("数据来源：中国海关总署，下文同。")),
      "draft.docx");
  EXPECT_THAT(
      test::table_lines(report, "table1"),
      ElementsAre("进出口总额 462.1 8.9 0.9 2190.3 8.9 0.9", "出口额 74.7 2.5 15.7 344.8 2.5 -1.8",
                  "进口额 387.3 17.6 -1.6 1845.4 17.4 1.4",
                  "净出口额 -312.6 _ 16.3 -1500.6 _ -32.0"));
}

// However narrow its author made a column, and however long a name is.
TEST(Docx, NarrowColumnsBreakNoName) {
  std::string xml = table(kOverview, 7);
  for (std::size_t at = 0; (at = xml.find("1200", at)) != std::string::npos;)
    xml.replace(at, 4, "60");
  const Report report =
      test::read(docx_of(paragraph(kDraftTitle) + paragraph(kOverviewCaption) + xml), "draft.docx");
  EXPECT_EQ(report.figures.size(), 22U);
}

TEST(Docx, DamagedFilesAreAnErrorLine) {
  const std::string whole = docx_of(paragraph(kDraftTitle));
  for (std::size_t size = 40; size + 1 < whole.size(); size += 7) {
    const std::vector<std::string> lines = lines_in(whole.substr(0, size));
    ASSERT_EQ(lines.size(), 1U) << size;
  }
  EXPECT_THAT(lines_in(docx_of("<w:p><w:r>")), ElementsAre("damaged"));
  EXPECT_THAT(lines_in(docx_of("")), ElementsAre("no_text"));
}

TEST(Docx, NestingHasAnEnd) {
  std::string deep = paragraph("1");
  for (int i = 0; i < 2000; ++i) deep = "<w:tbl><w:tr><w:tc>" + deep + "</w:tc></w:tr></w:tbl>";
  EXPECT_THAT(lines_in(docx_of(paragraph("0") + deep)), ElementsAre("0"));
}

// A cell that claims to reach over more columns than there can be.
TEST(Docx, SpansHaveAnEnd) {
  const std::string row = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr>" +
                          paragraph("1") + "</w:tc><w:tc>" + paragraph("2") + "</w:tc></w:tr>";
  EXPECT_THAT(lines_in(docx_of("<w:tbl>" + row + "</w:tbl>")), ElementsAre("1"));
}

// What cannot be read says how it can be made readable.
TEST(Docx, OtherOfficeFiles) {
  const std::string old = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  EXPECT_THAT(lines_in(old), ElementsAre("other_office"));
  std::string locked = old;
  for (const char c : std::string("EncryptedPackage")) (locked += c) += '\0';
  EXPECT_THAT(lines_in(locked), ElementsAre("encrypted"));
  EXPECT_THAT(lines_in("{\\rtf1\\ansi 1}"), ElementsAre("other_office"));
  EXPECT_THAT(lines_in(test::zip_of({{"[Content_Types].xml", ""}, {"xl/workbook.xml", ""}})),
              ElementsAre("other_office"));
}

// An archive of drafts is no draft.
TEST(Docx, ArchivesOfThemAreNone) {
  EXPECT_EQ(office_file(test::zip_of({{"2024-05.docx", docx_of(paragraph("1"))}})),
            OfficeFile::none);
}

}  // namespace
}  // namespace tradereport::parser
