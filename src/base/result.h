// A value or an Error, both of them plain values that live in an arena. Member names follow std::expected,
// which our compilers do not have yet, so that the type can be replaced by it.
#pragma once

#include <optional>

#include "base/error.h"

namespace longread {

template <typename T>
class Result {
  public:
    Result(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor): as std::expected
    Result(Error error) : error_(error) {}         // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool has_value() const { return value_.has_value(); }
    explicit operator bool() const { return has_value(); }

    // Only where has_value().
    T& operator*() { return *value_; }
    const T& operator*() const { return *value_; }
    T* operator->() { return &*value_; }
    const T* operator->() const { return &*value_; }

    // Only where not has_value().
    [[nodiscard]] const Error& error() const { return error_; }

  private:
    std::optional<T> value_;
    Error error_;
};

}  // namespace longread
