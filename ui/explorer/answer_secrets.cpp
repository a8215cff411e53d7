// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_secrets.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/http/secret_names.h"
#include "app/response/response_body.h"
#include "ui/widgets/secret_clipboard.h"

#include <algorithm>

namespace acx {

namespace {

constexpr qint64 readOfBody = 1024LL * 1024; // bytes
constexpr qint64 readAtOnce = 16LL * 1024;   // bytes; more is read in another thread
constexpr qsizetype shortestSecret = 8;      // bytes; shorter ones are words such as "true"
constexpr qsizetype mostSecrets = 64;        // the clipboard knows no more

void addSecrets(const QByteArray &text, int depth, QList<QByteArray> &values)
{
    constexpr int deepest = 4; // objects and lists in one another that are secret as a whole
    const QList<TextRange> ranges = namedSecrets(text);
    for (const TextRange &range : ranges) {
        const QByteArray value = text.sliced(range.begin, range.end - range.begin);
        if (value.size() < shortestSecret)
            continue;
        values.append(value);
        // What is copied by itself is a value in it, not the whole.
        if ((value.startsWith('{') || value.startsWith('[')) && depth < deepest)
            addSecrets(value, depth + 1, values);
    }
}

/// The last ones of a text that has more of them than the clipboard knows at a time.
QList<Secret> secretsIn(const QByteArray &text)
{
    QList<QByteArray> values;
    addSecrets(text, 0, values);
    QList<Secret> secrets;
    for (qsizetype i = std::max<qsizetype>(0, values.size() - mostSecrets); i < values.size(); ++i)
        secrets.append(Secret(values.at(i)));
    return secrets;
}

} // namespace

void rememberSecrets(SecretClipboard &clipboard, const ResponseBody &body)
{
    const QByteArray text = body.head(readOfBody);
    if (text.size() <= readAtOnce) {
        clipboard.know(secretsIn(text));
        return;
    }
    deliver(inBackground<QList<Secret>>([text] { return secretsIn(text); }), &clipboard,
            [&clipboard](const Result<QList<Secret>> &secrets) {
                if (secrets)
                    clipboard.know(*secrets);
            });
}

} // namespace acx
