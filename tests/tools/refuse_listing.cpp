// Preloaded into the program for tests: refuses to list folders, as Poppler does to find its
// character maps. REFUSE_LISTING=workers: in the processes that the program forks, by SIGSYS, as
// the lock of the program itself refuses; =everywhere: in all of it.
#include <dlfcn.h>
#include <fcntl.h>
#include <seccomp.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

bool wanted(std::string_view where) {
  const char* const value = std::getenv("REFUSE_LISTING");
  return value != nullptr && value == where;
}

void refuse_listing(std::uint32_t action) {
  auto* const filter = ::seccomp_init(SCMP_ACT_ALLOW);
  const scmp_arg_cmp folder{2, SCMP_CMP_MASKED_EQ, O_DIRECTORY, O_DIRECTORY};
  if (filter == nullptr ||
      ::seccomp_rule_add_array(filter, action, SCMP_SYS(openat), 1, &folder) != 0 ||
      ::seccomp_load(filter) != 0)
    ::_exit(97);
  ::seccomp_release(filter);
}

[[gnu::constructor]] void at_start() {
  if (wanted("everywhere")) refuse_listing(SCMP_ACT_ERRNO(EACCES));
}

}  // namespace

extern "C" pid_t fork() {
  static const auto original = reinterpret_cast<pid_t (*)()>(::dlsym(RTLD_NEXT, "fork"));
  const pid_t process = original();
  if (process == 0 && wanted("workers")) refuse_listing(SCMP_ACT_TRAP);
  return process;
}
