#include "tools/writers/workbook/workbook.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "tools/terminal/display_width.h"
#include "tools/writers/decimal_number.h"

namespace tradereport::tools {

namespace {

// What a cell can hold, and a sheet's name.
constexpr std::size_t kLongestText = 32767;
constexpr std::size_t kLongestName = 31;
constexpr const char* kNotInNames = "[]:*?/\\'";
constexpr std::uint32_t kHeadColour = 0xD9E1F2;
constexpr std::uint16_t kNoteWidth = 320, kNoteHeight = 120;  // pixels
// Of every workbook: what is the same shall be so to the byte. Entries of ZIP files have it too.
constexpr std::time_t kCreated = 315532800;  // 1980-01-01

void must(lxw_error error) {
  if (error != LXW_NO_ERROR) throw FolderError{"xlsx", lxw_strerror(error)};
}

// The first `count` characters.
std::string first_characters(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; end < text.size(); ++end)
    if ((static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80 && count-- == 0) break;
  return std::string(text.substr(0, end));
}

struct Colours {
  std::uint32_t background, foreground;
};

// Those that spreadsheet programs offer for bad, neutral and noted cells.
Colours colours_of(Shade shade) {
  switch (shade) {
    case Shade::wrong:
      return {0xFFC7CE, 0x9C0006};
    case Shade::undetermined:
      return {0xFFEB9C, 0x7F6000};
    default:
      return {0xDDEBF7, 0x1F4E78};
  }
}

lxw_row_t row_number(unsigned row) {
  return static_cast<lxw_row_t>(row);
}
lxw_col_t column_number(unsigned column) {
  return static_cast<lxw_col_t>(column);
}

}  // namespace

Workbook::Workbook(const std::string& creator, bool in_memory)
    : file_(in_memory ? ScratchFile(InMemory{}) : ScratchFile()) {
  // The library's own files have no name there.
  std::string folder = in_memory ? "/dev/shm" : std::filesystem::temp_directory_path().string();
  lxw_workbook_options options{};  // later releases of the library have more of them
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder.data();
  options.use_zip64 = LXW_TRUE;
  book_ = workbook_new_opt(file_.path().c_str(), &options);
  if (book_ == nullptr) throw FolderError{file_.path(), std::strerror(errno)};
  std::string name = creator;
  lxw_doc_properties properties{};
  properties.author = name.data();
  properties.created = kCreated;
  must(workbook_set_properties(book_, &properties));
}

Workbook::~Workbook() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

Sheet Workbook::add(const std::string& name) {
  std::string base = one_line(name);
  for (char& c : base)
    if (std::strchr(kNotInNames, c) != nullptr) c = ' ';
  std::string own = first_characters(base, kLongestName);
  for (int n = 2; own.empty() || !names_.insert(own).second; ++n) {
    const std::string number = " " + std::to_string(n);
    own = first_characters(base, kLongestName - number.size()) + number;
  }
  lxw_worksheet* const sheet = workbook_add_worksheet(book_, own.c_str());
  if (sheet == nullptr) throw FolderError{own, "no such name of a sheet"};
  return {this, sheet};
}

void Workbook::finish() {
  must(workbook_close(std::exchange(book_, nullptr)));
}

lxw_format* Workbook::format(const CellLook& look) {
  const auto known = formats_.find(look);
  if (known != formats_.end()) return known->second;
  lxw_format* const format = workbook_add_format(book_);
  switch (look.kind) {
    case CellLook::Kind::text:
      break;
    case CellLook::Kind::number: {
      std::string pattern = look.separated ? "#,##0" : "0";
      if (look.decimals > 0)
        pattern += "." + std::string(static_cast<std::size_t>(look.decimals), '0');
      format_set_num_format(format, pattern.c_str());
      break;
    }
    case CellLook::Kind::title:
      format_set_bold(format);
      break;
    case CellLook::Kind::head:
      format_set_bold(format);
      format_set_bg_color(format, kHeadColour);
      format_set_border(format, LXW_BORDER_THIN);
      format_set_align(format, LXW_ALIGN_CENTER);
      format_set_text_wrap(format);
      break;
  }
  if (look.shade != Shade::none) {
    const Colours colours = colours_of(look.shade);
    format_set_bg_color(format, colours.background);
    format_set_font_color(format, colours.foreground);
  }
  formats_[look] = format;
  return format;
}

void Sheet::text(unsigned row, unsigned column, std::string_view text, const CellLook& look) {
  const std::string clean = first_characters(one_line(text), kLongestText);
  lxw_format* const format = look == CellLook{} ? nullptr : book_->format(look);
  // An empty text is a blank cell.
  must(worksheet_write_string(sheet_, row_number(row), column_number(column), clean.c_str(),
                              format));
}

void Sheet::number(unsigned row, unsigned column, const std::string& decimal, CellLook look) {
  const std::optional<double> value = decimal_number(decimal);
  if (!value) {
    look.kind = CellLook::Kind::text;
    text(row, column, decimal, look);
    return;
  }
  look.kind = CellLook::Kind::number;
  look.decimals = decimal_places(decimal);
  must(worksheet_write_number(sheet_, row_number(row), column_number(column), *value,
                              book_->format(look)));
}

void Sheet::merged_head(unsigned row, unsigned first, unsigned last, std::string_view text) {
  const CellLook head{CellLook::Kind::head, 0, false, Shade::none};
  if (first == last) {
    this->text(row, first, text, head);
    return;
  }
  must(worksheet_merge_range(sheet_, row_number(row), column_number(first), row_number(row),
                             column_number(last), one_line(text).c_str(), book_->format(head)));
}

void Sheet::note(unsigned row, unsigned column, std::string_view text) {
  lxw_comment_options options{};
  options.width = kNoteWidth;
  options.height = kNoteHeight;
  const std::string clean = first_characters(text, kLongestText);
  must(worksheet_write_comment_opt(sheet_, row_number(row), column_number(column), clean.c_str(),
                                   &options));
}

void Sheet::width(unsigned column, double characters) {
  must(worksheet_set_column(sheet_, column_number(column), column_number(column), characters,
                            nullptr));
}

void Sheet::freeze(unsigned rows, unsigned columns) {
  worksheet_freeze_panes(sheet_, row_number(rows), column_number(columns));
}

void Sheet::filters(unsigned head, unsigned last_row, unsigned last_column) {
  must(worksheet_autofilter(sheet_, row_number(head), 0, row_number(std::max(head, last_row)),
                            column_number(last_column)));
  const std::string all = "A1:XFD1048576";
  must(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, all.c_str()));
}

}  // namespace tradereport::tools
