#include "tests/tools/zip_maker.h"

#include <zlib.h>

#include <cstddef>

namespace tradereport::tools::test {

namespace {

void put(std::string& bytes, std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
}

// What local header and directory have in common: flags, method, time, check sum, sizes, lengths.
void put_common(std::string& bytes, const ZipFile& file) {
  const auto crc = static_cast<std::uint32_t>(::crc32(
      0, reinterpret_cast<const Bytef*>(file.bytes.data()), static_cast<uInt>(file.bytes.size())));
  put(bytes, (file.encrypted ? 1U : 0U) | (file.says_utf8 ? 1U << 11U : 0U), 2);
  put(bytes, 0, 2);
  put(bytes, 0, 4);
  put(bytes, crc + file.crc_error, 4);
  put(bytes, file.bytes.size(), 4);
  put(bytes, file.bytes.size(), 4);
  put(bytes, file.name.size(), 2);
  put(bytes, 0, 2);
}

}  // namespace

std::string zip_of(const std::vector<ZipFile>& files, const std::string& first) {
  std::string bytes = first;
  std::string directory;
  for (const ZipFile& file : files) {
    const std::size_t offset = bytes.size() - first.size();
    put(bytes, 0x04034b50, 4);
    put(bytes, 20, 2);
    put_common(bytes, file);
    bytes += file.name + file.bytes;
    put(directory, 0x02014b50, 4);
    put(directory, 3U << 8U | 20U, 2);  // made on Unix
    put(directory, 20, 2);
    put_common(directory, file);
    put(directory, 0, 6);  // comment, disk, kind
    put(directory, std::uint64_t{file.mode} << 16U, 4);
    put(directory, offset, 4);
    directory += file.name;
  }
  const std::size_t begin = bytes.size() - first.size();
  bytes += directory;
  put(bytes, 0x06054b50, 4);
  put(bytes, 0, 4);
  put(bytes, files.size(), 2);
  put(bytes, files.size(), 2);
  put(bytes, directory.size(), 4);
  put(bytes, begin, 4);
  put(bytes, 0, 2);
  return bytes;
}

}  // namespace tradereport::tools::test
