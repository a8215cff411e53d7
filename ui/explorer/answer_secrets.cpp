// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/answer_secrets.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/http/secret_names.h"
#include "app/response/response_body.h"
#include "ui/widgets/secret_clipboard.h"

namespace acx {

namespace {

constexpr qint64 readOfBody = 1024LL * 1024; // bytes
constexpr qint64 readAtOnce = 16LL * 1024;   // bytes; more is read in another thread
constexpr qsizetype shortestSecret = 8;      // bytes; shorter ones are words such as "true"

QList<Secret> secretsIn(const QByteArray &text)
{
    QList<Secret> secrets;
    const QList<TextRange> ranges = namedSecrets(text);
    for (const TextRange &range : ranges) {
        if (range.end - range.begin >= shortestSecret)
            secrets.append(Secret(text.sliced(range.begin, range.end - range.begin)));
    }
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
