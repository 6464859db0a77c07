#include "core/dataset/importers/queued_sink.h"

#include <cstdint>
#include <utility>

namespace luce {

namespace {

constexpr std::size_t kRecordsInBatch = 4096;
constexpr std::size_t kCharactersInBatch = 1u << 20;
constexpr std::size_t kMostWaiting = 4;

}  // namespace

/// Records of all kinds in the order they came, their values in one vector each.
class QueuedSink::Batch {
 public:
  bool isEmpty() const { return records_.empty(); }
  bool isFull() const {
    return records_.size() >= kRecordsInBatch || characters_.size() >= kCharactersInBatch;
  }
  void clear() {
    records_.clear();
    numbers_.clear();
    labels_.clear();
    textSizes_.clear();
    characters_.clear();
    pairs_.clear();
  }

  void add(const ItemRecord& item) {
    records_.push_back({.kind = Kind::Item,
                        .numbers = size32(item.numeric.size()),
                        .texts = size32(item.category.size())});
    put(item.key);
    put(item.numeric);
    for (const std::string_view text : item.category) put(text);
  }

  void add(const SlateRecord& slate) {
    Record record{.kind = slate.action != nullptr ? Kind::Action : Kind::Slate,
                  .numbers = size32(slate.contextNumeric.size()),
                  .texts = size32(slate.contextCategory.size()),
                  .pairs = size32(slate.pairs.size())};
    put(slate.key);
    numbers_.push_back(slate.time);
    put(slate.contextNumeric);
    for (const std::string_view text : slate.contextCategory) put(text);
    pairs_.insert(pairs_.end(), slate.pairs.begin(), slate.pairs.end());
    if (slate.action != nullptr) {
      record.item = slate.action->item;
      putLogged(record, slate.action->position, slate.action->propensity, slate.action->examination,
                slate.action->labels);
    }
    records_.push_back(record);
  }

  void add(const CandidateRecord& candidate) {
    Record record{.kind = Kind::Candidate,
                  .numbers = size32(candidate.numeric.size()),
                  .texts = size32(candidate.category.size())};
    put(candidate.item);
    put(candidate.numeric);
    for (const std::string_view text : candidate.category) put(text);
    putLogged(record, candidate.position, candidate.propensity, candidate.examination,
              candidate.labels);
    records_.push_back(record);
  }

  void replay(DatasetSink& out) {
    number_ = numbers_.data();
    label_ = labels_.data();
    text_ = textSizes_.data();
    character_ = characters_.data();
    pair_ = pairs_.data();
    for (const Record& record : records_) replay(record, out);
  }

 private:
  enum class Kind : std::uint8_t { Item, Slate, Action, Candidate };
  struct Record {
    Kind kind = Kind::Item;
    std::uint16_t position = 0;
    std::uint32_t item = 0;
    std::uint32_t numbers = 0;
    std::uint32_t texts = 0;
    std::uint32_t labels = 0;
    std::uint32_t pairs = 0;
  };

  static std::uint32_t size32(std::size_t size) { return static_cast<std::uint32_t>(size); }
  void put(std::string_view text) {
    textSizes_.push_back(size32(text.size()));
    characters_ += text;
  }
  void put(std::span<const double> numbers) {
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
  }
  void putLogged(Record& record, std::uint16_t position, double propensity, double examination,
                 std::span<const float> labels) {
    record.position = position;
    record.labels = size32(labels.size());
    numbers_.push_back(propensity);
    numbers_.push_back(examination);
    labels_.insert(labels_.end(), labels.begin(), labels.end());
  }

  std::string_view takeText() {
    const std::string_view text(character_, *text_++);
    character_ += text.size();
    return text;
  }
  std::span<const double> takeNumbers(std::size_t count) {
    return {std::exchange(number_, number_ + count), count};
  }
  std::span<const float> takeLabels(std::size_t count) {
    return {std::exchange(label_, label_ + count), count};
  }
  std::span<const std::string_view> takeTexts(std::size_t count) {
    texts_.clear();
    for (std::size_t i = 0; i < count; ++i) texts_.push_back(takeText());
    return texts_;
  }

  void replay(const Record& record, DatasetSink& out) {
    const std::string_view key = takeText();
    if (record.kind == Kind::Item) {
      const auto numbers = takeNumbers(record.numbers);
      out.addItem({.key = key, .numeric = numbers, .category = takeTexts(record.texts)});
    } else if (record.kind == Kind::Candidate) {
      CandidateRecord candidate;
      candidate.item = key;
      candidate.position = record.position;
      candidate.numeric = takeNumbers(record.numbers);
      candidate.category = takeTexts(record.texts);
      candidate.propensity = *number_++;
      candidate.examination = *number_++;
      candidate.labels = takeLabels(record.labels);
      out.addCandidate(candidate);
    } else {
      SlateRecord slate;
      slate.key = key;
      slate.time = *number_++;
      slate.contextNumeric = takeNumbers(record.numbers);
      slate.contextCategory = takeTexts(record.texts);
      slate.pairs = {std::exchange(pair_, pair_ + record.pairs), record.pairs};
      BanditAction action;
      action.item = record.item;
      action.position = record.position;
      if (record.kind == Kind::Action) {
        action.propensity = *number_++;
        action.examination = *number_++;
        action.labels = takeLabels(record.labels);
        slate.action = &action;
      }
      out.addSlate(slate);
    }
  }

  std::vector<Record> records_;
  std::vector<double> numbers_;
  std::vector<float> labels_;
  std::vector<std::uint32_t> textSizes_;
  std::string characters_;
  std::vector<PairValue> pairs_;

  // Where replaying is.
  const double* number_ = nullptr;
  const float* label_ = nullptr;
  const std::uint32_t* text_ = nullptr;
  const char* character_ = nullptr;
  const PairValue* pair_ = nullptr;
  std::vector<std::string_view> texts_;
};

QueuedSink::QueuedSink(DatasetSink& out)
    : out_(out), filling_(std::make_unique<Batch>()), thread_([this] { store(); }) {}

QueuedSink::~QueuedSink() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

// Nothing can be waiting yet, so the sink is not in use on the other thread.
void QueuedSink::begin(const Schema& schema) {
  out_.begin(schema);
}

void QueuedSink::addItem(const ItemRecord& item) {
  filling_->add(item);
  handOverIfFull();
}

void QueuedSink::addSlate(const SlateRecord& slate) {
  ++slates_;
  filling_->add(slate);
  handOverIfFull();
}

void QueuedSink::addCandidate(const CandidateRecord& candidate) {
  filling_->add(candidate);
  handOverIfFull();
}

void QueuedSink::finish() {
  if (!filling_->isEmpty()) handOver();
  {
    const std::lock_guard lock(mutex_);
    finished_ = true;
  }
  changed_.notify_all();
  thread_.join();
  if (failure_) std::rethrow_exception(failure_);
}

void QueuedSink::handOverIfFull() {
  if (filling_->isFull()) handOver();
}

void QueuedSink::handOver() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < kMostWaiting || failure_; });
  if (failure_) std::rethrow_exception(failure_);
  waiting_.push_back(std::move(filling_));
  if (emptied_.empty()) {
    filling_ = std::make_unique<Batch>();
  } else {
    filling_ = std::move(emptied_.back());
    emptied_.pop_back();
  }
  lock.unlock();
  changed_.notify_all();
}

void QueuedSink::store() {
  while (true) {
    std::unique_ptr<Batch> batch;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return !waiting_.empty() || finished_ || stopped_; });
      if (stopped_ || waiting_.empty()) return;
      batch = std::move(waiting_.front());
      waiting_.pop_front();
    }
    changed_.notify_all();
    try {
      batch->replay(out_);
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      changed_.notify_all();
      return;
    }
    batch->clear();
    const std::lock_guard lock(mutex_);
    emptied_.push_back(std::move(batch));
  }
}

}  // namespace luce
