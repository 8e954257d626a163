// Runs a program as on a system that refuses filters of system calls: valgrind has to write its
// results at the end of a worker process, and a worker may not write.
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  auto* const filter = ::seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return 2;
  const auto refuse = [&](int call, unsigned index, std::uint64_t value) {
    const scmp_arg_cmp argument{index, SCMP_CMP_EQ, value, 0};
    return ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), call, 1, &argument) == 0;
  };
  const bool good = ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0) == 0 &&
                    refuse(SCMP_SYS(prctl), 0, PR_SET_SECCOMP) &&
                    refuse(SCMP_SYS(setrlimit), 0, RLIMIT_FSIZE) &&
                    refuse(SCMP_SYS(prlimit64), 1, RLIMIT_FSIZE) && ::seccomp_load(filter) == 0;
  if (!good) return 2;
  ::execvp(argv[1], argv + 1);
  return 2;
}
