#include "tools/workers/build_id.h"

#include <elf.h>
#include <fmt/format.h>
#include <link.h>
#include <sys/stat.h>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace tradereport::tools {

namespace {

constexpr std::size_t kAligned = 4;

std::size_t padded(std::size_t size) {
  return (size + kAligned - 1) / kAligned * kAligned;
}

// The build id among the notes of a segment, in hexadecimal digits; or an empty text.
std::string id_in_notes(const char* notes, std::size_t size) {
  for (std::size_t at = 0; at + sizeof(ElfW(Nhdr)) <= size;) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes + at, sizeof(note));
    const std::size_t name = at + sizeof(note);
    const std::size_t id = name + padded(note.n_namesz);
    const std::size_t end = id + padded(note.n_descsz);
    if (end > size) break;
    if (note.n_type == NT_GNU_BUILD_ID &&
        std::string_view(notes + name, note.n_namesz) == std::string_view(ELF_NOTE_GNU "\0", 4)) {
      std::string digits;
      for (std::size_t i = 0; i < note.n_descsz; ++i)
        digits += fmt::format("{:02x}", static_cast<unsigned char>(notes[id + i]));
      return digits;
    }
    at = end;
  }
  return {};
}

std::string id_of_file(const char* path) {
  struct stat status {};
  const bool known = ::stat(*path == '\0' ? "/proc/self/exe" : path, &status) == 0;
  return known ? fmt::format("{} {} {}", path, status.st_size, status.st_mtim.tv_sec) : path;
}

int add_id(dl_phdr_info* object, std::size_t /*size*/, void* text) {
  std::string id;
  for (int i = 0; i < object->dlpi_phnum && id.empty(); ++i) {
    const ElfW(Phdr)& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    // The linker gives addresses as numbers.
    const auto at = object->dlpi_addr + segment.p_vaddr;
    // NOLINTNEXTLINE(performance-no-int-to-ptr)
    id = id_in_notes(reinterpret_cast<const char*>(at), segment.p_memsz);
  }
  *static_cast<std::string*>(text) += (id.empty() ? id_of_file(object->dlpi_name) : id) + "\n";
  return 0;
}

}  // namespace

std::string build_ids() {
  std::string text;
  ::dl_iterate_phdr(add_id, &text);
  return text;
}

}  // namespace tradereport::tools
