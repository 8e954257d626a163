// Runs a program as on a system that refuses filters of system calls: valgrind has to write its
// results at the end of a worker process, and a worker may not write.
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  scmp_filter_ctx const filter = ::seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return 2;
  const auto refuse = [&](int call, scmp_arg_cmp argument) {
    return ::seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EINVAL), call, 1, &argument) == 0;
  };
  const bool good = ::seccomp_rule_add(filter, SCMP_ACT_ERRNO(EINVAL), SCMP_SYS(seccomp), 0) == 0 &&
                    refuse(SCMP_SYS(prctl), SCMP_A0(SCMP_CMP_EQ, PR_SET_SECCOMP)) &&
                    refuse(SCMP_SYS(setrlimit), SCMP_A0(SCMP_CMP_EQ, RLIMIT_FSIZE)) &&
                    refuse(SCMP_SYS(prlimit64), SCMP_A1(SCMP_CMP_EQ, RLIMIT_FSIZE)) &&
                    ::seccomp_load(filter) == 0;
  if (!good) return 2;
  ::execvp(argv[1], argv + 1);
  return 2;
}
