// How columns of logs are usually called, in lower case, by which their roles are guessed.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace luce {

/// Names of one role's column, the most telling first.
using Names = std::vector<std::string_view>;

inline const Names kSlateNames{"slate_id", "slate", "slate.id",      "request_id", "request",
                               "query_id", "qid",   "impression_id", "session_id"};
inline const Names kUserNames{"user_id",   "userid",     "user",       "user.id",
                              "member_id", "visitor_id", "customer_id"};
inline const Names kItemNames{"item_id",     "item",         "item.id",   "video_id",
                              "product_id",  "movie_id",     "movieid",   "doc_id",
                              "document_id", "candidate_id", "article_id"};
inline const Names kPositionNames{"position", "rank", "place", "pos"};
inline const Names kPropensityNames{"propensity", "propensity_score", "pscore",
                                    "logging_probability"};
inline const Names kExaminationNames{"examination", "examination_propensity",
                                     "examination_probability"};
inline const Names kTimeNames{"timestamp", "time", "datetime"};
inline const Names kLabelPrefixes{"label_", "label:"};
inline const Names kContextPrefixes{"user_", "context_", "user.", "context."};
inline const std::set<std::string_view> kActions{
    "click",   "is_click",    "clicked",    "long_view",       "is_long_view",
    "view",    "like",        "is_like",    "follow",          "is_follow",
    "share",   "forward",     "is_forward", "comment",         "is_comment",
    "save",    "favorite",    "favourite",  "purchase",        "buy",
    "order",   "add_to_cart", "cart",       "conversion",      "download",
    "install", "subscribe",   "return",     "return_next_day", "dislike",
    "hate",    "is_hate",     "skip"};

/// ASCII letters only.
std::string lowered(std::string_view text);
std::optional<std::size_t> indexOf(const std::vector<std::string>& names, std::string_view name);
std::optional<std::size_t> firstNamed(const std::vector<std::string>& lowerHeader,
                                      const Names& names);
/// The prefix of the name among these, or nothing.
std::string_view prefixOf(std::string_view name, const Names& prefixes);

}  // namespace luce
