#include "tools/workers/worker_loop.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <initializer_list>
#include <new>
#include <string>

#include "tools/workers/attached_file.h"

namespace tradereport::tools {

namespace {

constexpr int kChannel = 3;

// Poppler and the C++ library abort when an allocation fails. If there is hardly any room left,
// that is what has happened.
void on_abort(int /*signal*/) {
  constexpr std::size_t hardly_any = std::size_t{32} << 20U;
  void* const room = ::mmap(nullptr, hardly_any, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) ::_exit(kExitOutOfMemory);
}

void send_all(int channel, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::send(channel, bytes, size, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) ::_exit(0);  // the program has gone
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
}

void send_frame(int channel, Frame::Kind kind, const std::string& bytes = {}) {
  const Frame frame{Frame::kMagic, kind, bytes.size()};
  send_all(channel, reinterpret_cast<const char*>(&frame), sizeof(frame));
  send_all(channel, bytes.data(), bytes.size());
}

void receive_rest(int channel, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::recv(channel, bytes, size, 0);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) ::_exit(0);
    bytes += count;
    size -= static_cast<std::size_t>(count);
  }
}

// The next request, and the file that comes with it or -1.
std::string receive_request(int channel, int& file) {
  Frame frame;
  iovec part{&frame, sizeof(frame)};
  msghdr message{};
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  AttachedFile attached;
  attached.receive_with(message);
  ssize_t count = 0;
  do {
    count = ::recvmsg(channel, &message, MSG_CMSG_CLOEXEC);
  } while (count < 0 && errno == EINTR);
  if (count <= 0) ::_exit(0);
  receive_rest(channel, reinterpret_cast<char*>(&frame) + count,
               sizeof(frame) - static_cast<std::size_t>(count));
  file = AttachedFile::of(message);
  std::string request(frame.length, '\0');
  receive_rest(channel, request.data(), request.size());
  return request;
}

// Only the socket stays open; output of libraries goes nowhere.
void close_everything_else(int channel) {
  const int nothing = ::open("/dev/null", O_RDWR);
  for (const int number : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nothing, number);
  if (channel != kChannel) ::dup2(channel, kChannel);
  ::close_range(kChannel + 1, ~0U, 0);
}

void set_signals() {
  // Ctrl-C reaches the whole group, but it is the program's to end its workers.
  for (const int number : {SIGINT, SIGQUIT, SIGHUP, SIGTSTP}) std::signal(number, SIG_IGN);
  for (const int number : {SIGTERM, SIGPIPE}) std::signal(number, SIG_DFL);
  std::signal(SIGABRT, on_abort);
}

bool prepared(const WorkerPool::Work& work) {
  try {
    return !work.prepare || work.prepare();
  } catch (const std::exception&) {  // of no memory, most likely: jobs will say so
    return false;
  }
}

}  // namespace

void worker_loop(int channel, int parent, const WorkerLimits& limits, const WorkerPool::Work& work,
                 const RefusedCalls& refused) {
  set_signals();
  close_everything_else(channel);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(0);  // it has gone already
  const SandboxGaps gaps = enter_sandbox(kChannel, limits.memory, refused);
  const Frame hello{Frame::kMagic, Frame::hello,
                    (gaps.privileges ? kNoPrivileges : 0) | (gaps.calls ? kNoCalls : 0) |
                        (gaps.memory ? kNoMemory : 0) | (gaps.files ? kNoFiles : 0) |
                        (prepared(work) ? 0 : kNotPrepared)};
  send_all(kChannel, reinterpret_cast<const char*>(&hello), sizeof(hello));
  for (;;) {
    int file = -1;
    Frame::Kind result = Frame::answer;
    std::string answer;
    try {
      const std::string request = receive_request(kChannel, file);
      answer = work.serve(request, file);
      if (answer.size() > Frame::kMost) throw std::bad_alloc();
    } catch (const std::bad_alloc&) {
      result = Frame::out_of_memory;
      answer.clear();
    } catch (const std::exception& error) {
      result = Frame::failed;
      answer = error.what();
    }
    if (file >= 0) ::close(file);
    send_frame(kChannel, result, answer);
    if (result != Frame::answer) ::_exit(0);  // nothing of the job is carried into the next
  }
}

}  // namespace tradereport::tools
