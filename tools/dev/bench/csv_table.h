// A CSV file as a table without pages.
#pragma once

#include <filesystem>
#include <string_view>

#include "schemas/plain_table.h"

namespace tradereport::bench {

// RFC 4180, UTF-8. Empty fields have no cell. Throws std::runtime_error if the file cannot be read.
PlainTable read_csv_table(const std::filesystem::path& file);
PlainTable parse_csv_table(std::string_view text);

}  // namespace tradereport::bench
