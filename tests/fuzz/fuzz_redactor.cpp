// SPDX-License-Identifier: GPL-3.0-or-later
// The first line of an input is a secret, its first character says how it is written down; the rest is the text around
// it, "@@" its place.
#include "app/http/redactor.h"
#include "tests/fuzz/target.h"

#include <algorithm>

using namespace acx;

namespace {

QByteArray escaped(const QByteArray &secret)
{
    QByteArray text;
    for (const char c : secret)
        text += "\\u00" + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(2, '0');
    return text;
}

QByteArray written(const QByteArray &secret, char way)
{
    switch (way % 5) {
    case 1:
        return secret.toPercentEncoding();
    case 2:
        return secret.toBase64();
    case 3:
        return secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    case 4:
        return escaped(secret);
    default:
        return secret;
    }
}

bool isPlain(const QByteArray &secret)
{
    return std::all_of(secret.cbegin(), secret.cend(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = inputBytes(data, size);
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray secret = end > 1 ? bytes.sliced(1, end - 1) : QByteArray();
    if (secret.size() < 8 || secret.size() > 256 || !isPlain(secret)) {
        (void)Redactor().bytes(bytes);
        return 0;
    }
    const QByteArray form = written(secret, bytes.front());
    QByteArray text = bytes.sliced(end + 1) + "@@";
    text.replace("@@", form);
    const QByteArray clean = Redactor({Secret(secret)}).bytes(text);
    promise(!clean.contains(secret), "a known secret does not survive");
    promise(!clean.contains(form), "nor does another form of it");
    promise(!Redactor({Secret(secret)}).bytes(clean).contains(secret), "nor a second time");
    return 0;
}
