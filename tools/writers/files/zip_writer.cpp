#include "tools/writers/files/zip_writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <memory>
#include <string_view>

namespace tradereport::tools {

namespace {

// The first that entries of ZIP archives can have.
constexpr std::time_t kTimeOfEntries = 315532800;  // 1980-01-01

struct FreeArchive {
  void operator()(struct archive* writer) const { ::archive_write_free(writer); }
};
struct FreeEntry {
  void operator()(archive_entry* entry) const { ::archive_entry_free(entry); }
};

// No exception may go through the library.
la_ssize_t pass_on(struct archive* writer, void* target, const void* bytes, std::size_t size) {
  try {
    static_cast<OutputFile*>(target)->write({static_cast<const char*>(bytes), size});
    return static_cast<la_ssize_t>(size);
  } catch (const FolderError& error) {
    ::archive_set_error(writer, EIO, "%s", error.reason.c_str());
    return -1;
  }
}

void must_pack(int code, struct archive* writer) {
  if (code != ARCHIVE_OK) throw FolderError{"zip", ::archive_error_string(writer)};
}

void pack(struct archive* writer, const std::string& name, const OutputFile& file) {
  const std::unique_ptr<archive_entry, FreeEntry> entry(::archive_entry_new());
  ::archive_entry_set_pathname(entry.get(), name.c_str());
  ::archive_entry_set_filetype(entry.get(), AE_IFREG);
  ::archive_entry_set_perm(entry.get(), 0644);
  ::archive_entry_set_mtime(entry.get(), kTimeOfEntries, 0);
  ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.size()));
  must_pack(::archive_write_header(writer, entry.get()), writer);
  std::array<char, 65536> buffer;
  for (std::uint64_t at = 0; at < file.size();) {
    const ssize_t count =
        ::pread(file.descriptor(), buffer.data(), buffer.size(), static_cast<off_t>(at));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw FolderError{name, std::strerror(errno)};
    if (::archive_write_data(writer, buffer.data(), static_cast<std::size_t>(count)) != count)
      throw FolderError{"zip", ::archive_error_string(writer)};
    at += static_cast<std::uint64_t>(count);
  }
}

}  // namespace

void write_zip(const OutputFolder& folder, OutputFile& into) {
  const std::unique_ptr<struct archive, FreeArchive> writer(::archive_write_new());
  must_pack(::archive_write_set_format_zip(writer.get()), writer.get());
  must_pack(::archive_write_open(writer.get(), &into, nullptr, pass_on, nullptr), writer.get());
  for (std::size_t i = 0; i < folder.names().size(); ++i)
    pack(writer.get(), folder.names()[i], *folder.files()[i]);
  must_pack(::archive_write_close(writer.get()), writer.get());
}

}  // namespace tradereport::tools
