#include "tools/inputs/zip_directory.h"

#include <sys/stat.h>
#include <unicode/unistr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <utility>

namespace tradereport::tools {

namespace {

constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocator64Signature = 0x07064b50;
constexpr std::uint32_t kEntrySignature = 0x02014b50;
constexpr std::uint64_t kEndSize = 22;
constexpr std::uint64_t kLocator64Size = 20;
constexpr std::uint64_t kEnd64Size = 56;
constexpr std::uint64_t kEntrySize = 46;
constexpr std::uint64_t kLongestComment = 65535;
constexpr std::uint64_t kSays64 = 0xFFFFFFFF;  // the value stands in the extra field
constexpr std::uint16_t kExtra64 = 1;
constexpr unsigned kEncrypted = 1;  // bits of the general purpose flags
constexpr unsigned kNameIsUtf8 = 1U << 11U;
constexpr unsigned kMadeOnUnix = 3;  // high byte of "version made by"
constexpr unsigned kFileType = 0170000;
constexpr unsigned kIsLink = 0120000;

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// `size` bytes from `at` on, or nothing.
std::optional<std::string> read_part(int file, std::uint64_t at, std::uint64_t size) {
  std::string bytes(size, '\0');
  for (std::size_t done = 0; done < size;) {
    const ssize_t count =
        ::pread(file, bytes.data() + done, size - done, static_cast<off_t>(at + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    done += static_cast<std::size_t>(count);
  }
  return bytes;
}

struct Place {
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
  std::uint64_t shift = 0;  // what was put before the archive: programs that unpack themselves
};

// Where the directory lies: the last bytes of the file say so, but for a comment behind them.
std::optional<Place> find_directory(int file, std::uint64_t size) {
  const std::uint64_t tail_size = std::min(size, kEndSize + kLongestComment + kLocator64Size);
  const std::optional<std::string> tail = read_part(file, size - tail_size, tail_size);
  if (!tail || tail_size < kEndSize) return std::nullopt;
  for (std::size_t at = tail_size - kEndSize + 1; at-- > 0;) {
    if (little_endian(*tail, at, 4) != kEndSignature) continue;
    if (at + kEndSize + little_endian(*tail, at + 20, 2) > tail_size) continue;  // its comment
    const std::uint64_t end = size - tail_size + at;
    Place place{little_endian(*tail, at + 16, 4), little_endian(*tail, at + 12, 4), 0};
    std::uint64_t behind = end;
    if (at >= kLocator64Size &&
        little_endian(*tail, at - kLocator64Size, 4) == kLocator64Signature) {
      behind = little_endian(*tail, at - kLocator64Size + 8, 8);
      if (behind > size || size - behind < kEnd64Size) return std::nullopt;
      const std::optional<std::string> end64 = read_part(file, behind, kEnd64Size);
      if (!end64 || little_endian(*end64, 0, 4) != kEnd64Signature) return std::nullopt;
      place = {little_endian(*end64, 48, 8), little_endian(*end64, 40, 8), 0};
    }
    if (place.size > behind || place.begin > behind - place.size) return std::nullopt;
    place.shift = behind - place.size - place.begin;
    place.begin += place.shift;
    return place;
  }
  return std::nullopt;
}

// The offset of the local header: of 32 bits, or of 64 in the extra field, behind those sizes that
// do not fit either.
std::optional<std::uint64_t> offset_of(std::string_view entry, std::string_view extra) {
  const std::uint64_t offset = little_endian(entry, 42, 4);
  if (offset != kSays64) return offset;
  while (extra.size() >= 4) {
    const std::size_t size = little_endian(extra, 2, 2);
    if (extra.size() - 4 < size) return std::nullopt;
    const std::string_view field = extra.substr(4, size);
    if (little_endian(extra, 0, 2) == kExtra64) {
      const std::size_t at = (little_endian(entry, 24, 4) == kSays64 ? 8U : 0U) +
                             (little_endian(entry, 20, 4) == kSays64 ? 8U : 0U);
      if (field.size() < at + 8) return std::nullopt;
      return little_endian(field, at, 8);
    }
    extra.remove_prefix(4 + size);
  }
  return std::nullopt;
}

std::string utf8_name(std::string_view raw, bool says_utf8) {
  const icu::StringPiece piece(raw.data(), static_cast<std::int32_t>(raw.size()));
  icu::UnicodeString name = icu::UnicodeString::fromUTF8(piece);
  if (!says_utf8 && name.indexOf(static_cast<char16_t>(0xFFFD)) >= 0)
    name = icu::UnicodeString(raw.data(), static_cast<std::int32_t>(raw.size()), "gb18030");
  std::string utf8;
  name.toUTF8String(utf8);
  return utf8;
}

}  // namespace

std::optional<ZipDirectory> read_zip_directory(int file, std::size_t most) {
  struct stat status {};
  if (::fstat(file, &status) != 0 || status.st_size < 0) return std::nullopt;
  const std::optional<Place> place =
      find_directory(file, static_cast<std::uint64_t>(status.st_size));
  if (!place) return std::nullopt;
  const std::optional<std::string> bytes = read_part(file, place->begin, place->size);
  if (!bytes) return std::nullopt;
  std::string_view rest = *bytes;
  ZipDirectory directory;
  while (!rest.empty()) {
    if (rest.size() < kEntrySize || little_endian(rest, 0, 4) != kEntrySignature)
      return std::nullopt;
    const std::size_t name_size = little_endian(rest, 28, 2);
    const std::size_t extra_size = little_endian(rest, 30, 2);
    const std::size_t whole = kEntrySize + name_size + extra_size + little_endian(rest, 32, 2);
    if (rest.size() < whole) return std::nullopt;
    const std::optional<std::uint64_t> offset =
        offset_of(rest, rest.substr(kEntrySize + name_size, extra_size));
    if (!offset || *offset >= place->begin - place->shift) return std::nullopt;
    const std::uint64_t flags = little_endian(rest, 8, 2);
    const std::string_view name = rest.substr(kEntrySize, name_size);
    const std::uint64_t mode = little_endian(rest, 38, 4) >> 16U;
    const bool on_unix = little_endian(rest, 5, 1) == kMadeOnUnix;
    if (directory.entries.size() < most) {
      directory.entries.push_back({utf8_name(name, (flags & kNameIsUtf8) != 0),
                                   *offset + place->shift, (flags & kEncrypted) != 0,
                                   on_unix && (mode & kFileType) == kIsLink,
                                   name.ends_with('/') || name.ends_with('\\')});
    } else {
      ++directory.left_out;
    }
    rest.remove_prefix(whole);
  }
  std::vector<ZipEntry>& entries = directory.entries;
  const auto by_offset = [](const ZipEntry& a, const ZipEntry& b) { return a.offset < b.offset; };
  std::stable_sort(entries.begin(), entries.end(), by_offset);
  // Two entries that are one, as in bombs.
  const auto same = [](const ZipEntry& a, const ZipEntry& b) { return a.offset == b.offset; };
  if (std::adjacent_find(entries.begin(), entries.end(), same) != entries.end())
    return std::nullopt;
  return directory;
}

}  // namespace tradereport::tools
