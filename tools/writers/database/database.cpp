#include "tools/writers/database/database.h"

#include <sqlite3.h>

#include <algorithm>
#include <optional>

#include "tools/writers/decimal_number.h"
#include "tools/writers/encoding.h"

namespace tradereport::tools {

namespace {

// "trdr", at that place of the file's head (SQLite's file format, 1.3).
constexpr std::string_view kApplication = "trdr";
constexpr std::size_t kApplicationAt = 68;

std::string doubled(std::string_view text, char mark) {
  std::string quoted(1, mark);
  for (const char c : text) {
    if (c == mark) quoted += mark;
    quoted += c;
  }
  return quoted + mark;
}

}  // namespace

SqlValue sql_text(std::string_view text) {
  if (text.empty()) return {};
  return encode(text, Encoding::utf8);
}

SqlValue sql_number(const std::string& decimal) {
  if (decimal.empty()) return {};
  const std::optional<double> value = decimal_number(decimal);
  if (!value) return decimal;
  if (decimal_places(decimal) > 0) return *value;
  return static_cast<std::int64_t>(*value);
}

bool is_own_database(std::string_view start) {
  return start.size() >= kApplicationAt + kApplication.size() &&
         start.substr(kApplicationAt, kApplication.size()) == kApplication;
}

std::string sql_name(std::string_view name) {
  return doubled(name, '"');
}

std::string sql_quote(std::string_view text) {
  return doubled(text, '\'');
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

void Database::Close::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Database::fail() const {
  throw FolderError{"sqlite", sqlite3_errmsg(database_.get())};
}

Database::Database() {
  sqlite3* database = nullptr;
  const int code = sqlite3_open(file_.path().c_str(), &database);
  database_.reset(database);
  if (code != SQLITE_OK) fail();
  // Nobody else looks at the file before it is whole.
  run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA encoding = 'UTF-8';");
  run("PRAGMA application_id = 0x74726472; BEGIN;");
}

Database::~Database() = default;

void Database::run(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

std::int64_t Database::insert(const std::string& table, const std::vector<SqlValue>& values) {
  auto found = std::find_if(inserts_.begin(), inserts_.end(),
                            [&](const auto& known) { return known.first == table; });
  if (found == inserts_.end()) {
    std::string sql = "INSERT INTO " + sql_name(table) + " VALUES (?";
    for (std::size_t i = 1; i < values.size(); ++i) sql += ",?";
    sql += ")";
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &made, nullptr) != SQLITE_OK) fail();
    found = inserts_.emplace(inserts_.end(), table, made);
  }
  sqlite3_stmt* const statement = found->second.get();
  int at = 0;
  for (const SqlValue& value : values) {
    ++at;
    int code = SQLITE_OK;
    if (const auto* const whole = std::get_if<std::int64_t>(&value)) {
      code = sqlite3_bind_int64(statement, at, *whole);
    } else if (const auto* const number = std::get_if<double>(&value)) {
      code = sqlite3_bind_double(statement, at, *number);
    } else if (const auto* const text = std::get_if<std::string>(&value)) {
      code = sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_STATIC,
                                 SQLITE_UTF8);
    } else {
      code = sqlite3_bind_null(statement, at);
    }
    if (code != SQLITE_OK) fail();
  }
  if (sqlite3_step(statement) != SQLITE_DONE) fail();
  sqlite3_reset(statement);
  return sqlite3_last_insert_rowid(database_.get());
}

void Database::finish() {
  run("COMMIT");
  inserts_.clear();
  database_.reset();
}

}  // namespace tradereport::tools
