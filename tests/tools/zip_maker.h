// ZIP archives made byte by byte, right or wrong, for tests.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tradereport::tools::test {

struct ZipFile {
  std::string name;   // bytes
  std::string bytes;  // stored as they are
  bool says_utf8 = false;
  std::uint32_t mode = 0100644;  // as of stat(): 0120777 is a link
  std::uint32_t crc_error = 0;   // added to the check sum
  bool encrypted = false;
};

// The entries in this order; `first`: what stands before the archive.
std::string zip_of(const std::vector<ZipFile>& files, const std::string& first = {});

}  // namespace tradereport::tools::test
