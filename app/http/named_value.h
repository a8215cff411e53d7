// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/scanned_text.h"

#include <QByteArrayView>

#include <optional>

namespace acx {

inline constexpr qsizetype longestName = 80; // bytes

/// A name that stands before a `:`, `=` or `,`.
struct ValueName
{
    QByteArrayView text;
    qsizetype begin = 0; ///< of the name itself, or of what it is a member of
    bool isQuoted = false;
    bool isBracketed = false; ///< user[password], environ["API_KEY"]
};

struct FoundValue
{
    TextRange range;
    /// The text was read up to here to find the value's end, so nothing before it is looked at again: 0 = other names
    /// may begin within the value.
    qsizetype readTo = 0;
};

/// How the text around a value is to be read.
struct ValuePlace
{
    qsizetype end = 0;            ///< a string is not looked for beyond it
    bool isDecoded = false;       ///< some encoding was undone: a quotation mark after `=` belongs to the value
    bool isSignDecoded = false;   ///< and so does the `>` of `=>`
    bool isInTag = false;         ///< the value is that of an attribute
    bool isInApostrophes = false; ///< the word in which the name stands began with an apostrophe
};

/// The name before the separator at `at`: a run of name characters, or whatever stands between quotes; before a `=`
/// also user[password], environ["API_KEY"]: the member's name if that is secret, else the name before the bracket.
[[nodiscard]] std::optional<ValueName> nameBefore(const ScannedText &text, qsizetype at);
/// Where the value begins that is named before the `:`, `=`, `=>` … at `separator`.
[[nodiscard]] qsizetype valueBegin(const ScannedText &text, const ValueName &name, qsizetype separator);
[[nodiscard]] FoundValue valueAfter(ScannedText &text, const ValueName &name, qsizetype separator,
                                    const ValuePlace &place);
/// True if only what quotes, lists and differences put there stands before `at` in its line.
[[nodiscard]] bool beginsLine(const ScannedText &text, qsizetype at);

} // namespace acx
