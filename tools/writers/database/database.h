// A new SQLite database, for writing only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tools/writers/files/scratch_file.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tradereport::tools {

// What a cell of a table holds; std::monostate is NULL.
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string>;

// NULL for an empty text.
SqlValue sql_text(std::string_view text);
// A canonical decimal as a number: an integer where it has no decimals. One with more digits than a
// double holds stays text.
SqlValue sql_number(const std::string& decimal);

class Database {
 public:
  // In a scratch file. All that follows is one transaction, which finish() ends. Each throws
  // FolderError.
  Database();
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // A statement without results, or several.
  void run(const std::string& sql);
  // Adds a row to the table; the values of all of its columns in their order. Returns its rowid.
  std::int64_t insert(const std::string& table, const std::vector<SqlValue>& values);
  void finish();
  const ScratchFile& file() const { return file_; }

 private:
  struct Close {
    void operator()(sqlite3* database) const;
    void operator()(sqlite3_stmt* statement) const;
  };

  [[noreturn]] void fail() const;

  ScratchFile file_;
  std::unique_ptr<sqlite3, Close> database_;
  std::vector<std::pair<std::string, std::unique_ptr<sqlite3_stmt, Close>>> inserts_;  // by table
};

// Whether a file that begins so is a database that this class has made.
bool is_own_database(std::string_view start);

// A name in quotation marks.
std::string sql_name(std::string_view name);
// A text in apostrophes.
std::string sql_quote(std::string_view text);

}  // namespace tradereport::tools
