// A workbook for spreadsheet programs (Office Open XML, .xlsx), written row after row: what has
// been written is not kept in memory.
#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "tools/writers/files/scratch_file.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace tradereport::tools {

// What a cell's colour says.
enum class Shade {
  none,
  wrong,         // cannot be right
  undetermined,  // may be wrong, or another one
  odd            // suspicious, or likely a revision
};

// How a cell looks.
struct CellLook {
  enum class Kind { text, head, title, number };
  Kind kind = Kind::text;
  int decimals = 0;        // of a number
  bool separated = false;  // a number with separators between thousands: 1,845.4
  Shade shade = Shade::none;

  friend auto operator<=>(const CellLook&, const CellLook&) = default;
};

class Workbook;

// A sheet of a workbook, to be filled from its first row down. Rows and columns count from 0. Each
// throws FolderError if it cannot be written, as of more rows than a sheet can have.
class Sheet {
 public:
  // Text stays text, whatever it begins with.
  void text(unsigned row, unsigned column, std::string_view text, const CellLook& look = {});
  // A canonical decimal. One with more digits than a spreadsheet can hold becomes text.
  void number(unsigned row, unsigned column, const std::string& decimal, CellLook look = {});
  // A head over several columns, the last included.
  void merged_head(unsigned row, unsigned first, unsigned last, std::string_view text);
  void note(unsigned row, unsigned column, std::string_view text);
  // In characters.
  void width(unsigned column, double characters);
  // Rows and columns that stay where they are when the sheet is scrolled.
  void freeze(unsigned rows, unsigned columns);
  // Filters at the head row over rows up to the last one, and no marks at text that looks like a
  // number.
  void filters(unsigned head, unsigned last_row, unsigned last_column);

 private:
  friend class Workbook;
  Sheet(Workbook* book, lxw_worksheet* sheet) : book_(book), sheet_(sheet) {}

  Workbook* book_;
  lxw_worksheet* sheet_;
};

class Workbook {
 public:
  // In a scratch file, which may be one in memory. `creator`: the program that makes it.
  Workbook(const std::string& creator, bool in_memory);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  // The name is made one that a sheet can have, and that no other has.
  Sheet add(const std::string& name);
  // No more is to come. Throws FolderError.
  void finish();
  const ScratchFile& file() const { return file_; }

 private:
  friend class Sheet;
  lxw_format* format(const CellLook& look);

  ScratchFile file_;
  lxw_workbook* book_ = nullptr;
  std::map<CellLook, lxw_format*> formats_;
  std::set<std::string> names_;
};

}  // namespace tradereport::tools
