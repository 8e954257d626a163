#include "tools/serve/listener.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace tradereport::tools {

namespace {

constexpr std::size_t kThreads = 24;  // more than the uploads at once: the page answers beside them
constexpr time_t kSilence = 20;       // seconds that somebody who sends may be silent
constexpr std::size_t kPiece = 65536;

Asked asked_of(const httplib::Request& request) {
  Asked asked;
  asked.method = request.method;
  asked.path = request.path;
  for (const auto& [name, value] : request.params) asked.query.emplace(name, value);
  for (const auto& [name, value] : request.headers) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    // Two of a name are two opinions: neither counts.
    const auto [known, first] = asked.headers.emplace(std::move(lower), value);
    if (!first) known->second += "," + value;
  }
  return asked;
}

void put(Reply&& reply, httplib::Response& response) {
  response.status = reply.status;
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
  if (reply.file == nullptr) {
    response.set_content(reply.body, reply.type);
    return;
  }
  const std::shared_ptr<const MemoryFile> file = std::move(reply.file);
  response.set_content_provider(
      static_cast<std::size_t>(file->size()), reply.type,
      [file](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
        const std::string bytes = file->read_at(offset, std::min(length, kPiece));
        return !bytes.empty() && sink.write(bytes.data(), bytes.size());
      });
}

void add_routes(httplib::Server& server, Site& site) {
  // One request a connection: what is left of one that was refused is no other.
  server.set_keep_alive_max_count(1);
  server.set_read_timeout(kSilence);
  server.set_write_timeout(kSilence);
  server.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  server.set_expect_100_continue_handler(
      [&site](const httplib::Request& request, httplib::Response& response) {
        std::optional<Reply> refused = site.refused(asked_of(request));
        if (!refused) return 100;
        put(std::move(*refused), response);
        return response.status;
      });
  server.set_pre_routing_handler(
      [&site](const httplib::Request& request, httplib::Response& response) {
        const Asked asked = asked_of(request);
        std::optional<Reply> refused = site.refused(asked);
        if (!refused && asked.method == "PUT") return httplib::Server::HandlerResponse::Unhandled;
        put(refused ? std::move(*refused) : site.answer(asked), response);
        return httplib::Server::HandlerResponse::Handled;
      });
  server.Put(".*", [&site](const httplib::Request& request, httplib::Response& response,
                           const httplib::ContentReader& content) {
    put(site.upload(asked_of(request),
                    [&](const std::function<bool(std::string_view)>& take) {
                      return content([&](const char* bytes, std::size_t size) {
                        return take({bytes, size});
                      });
                    }),
        response);
  });
  server.set_exception_handler([](const httplib::Request&, httplib::Response& response,
                                  const std::exception_ptr&) { response.status = 500; });
}

// The library would let two programs share a port.
void own_port(int socket) {
  const int yes = 1;
  ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
}

}  // namespace

struct Listener::Sockets {
  httplib::Server four, six;
  bool has_six = false;
  std::vector<std::thread> threads;
};

Listener::Listener() : sockets_(std::make_unique<Sockets>()) {
  sockets_->four.set_socket_options(own_port);
  sockets_->six.set_socket_options(own_port);
}

Listener::~Listener() {
  sockets_->four.stop();
  sockets_->six.stop();
  for (std::thread& thread : sockets_->threads) thread.join();
}

int Listener::bind(int port) {
  if (port == 0) {
    port = sockets_->four.bind_to_any_port("127.0.0.1");
  } else if (!sockets_->four.bind_to_port("127.0.0.1", port)) {
    return 0;
  }
  if (port <= 0) return 0;
  sockets_->has_six = sockets_->six.bind_to_port("::1", port);
  return port;
}

void Listener::start(Site& site) {
  add_routes(sockets_->four, site);
  sockets_->threads.emplace_back([this] { sockets_->four.listen_after_bind(); });
  if (!sockets_->has_six) return;
  add_routes(sockets_->six, site);
  sockets_->threads.emplace_back([this] { sockets_->six.listen_after_bind(); });
}

}  // namespace tradereport::tools
