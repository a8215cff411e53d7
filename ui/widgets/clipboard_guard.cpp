// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard_guard.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/http/redactor.h"
#include "ui/widgets/secret_clipboard.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype quickLook = 16LL * 1024; // characters; more is read in another thread
constexpr qsizetype shortestPart = 12;       // bytes; shorter ones are in a secret by chance
constexpr QLatin1StringView lookedAt("application/x-apiconnect-explorer-plain");

/// What comes from another program is of a class of the platform's own.
bool isOurs(const QMimeData &data)
{
    return data.metaObject() == &QMimeData::staticMetaObject;
}

} // namespace

bool holdsSecret(const QByteArray &text, const QList<Secret> &known)
{
    const QByteArray trimmed = text.trimmed();
    const bool isKnown = std::ranges::any_of(known, [&trimmed](const Secret &secret) {
        const QByteArray value = secret.reveal();
        return !value.isEmpty() &&
               (trimmed.contains(value) || (trimmed.size() >= shortestPart && value.contains(trimmed)));
    });
    return isKnown || Redactor(known).bytes(text) != text;
}

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, SecretClipboard &secrets, std::function<QList<Secret>()> tokens,
                               QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_secrets(secrets)
    , m_tokens(std::move(tokens))
{
    connect(&m_clipboard, &QClipboard::changed, this, &ClipboardGuard::look);
    // Whoever is quick copies from an answer before it has been read.
    connect(&m_secrets, &SecretClipboard::knowsMore, this, [this] {
        look(QClipboard::Clipboard);
        if (m_clipboard.supportsSelection())
            look(QClipboard::Selection);
    });
}

QMimeData *ClipboardGuard::plainMimeData(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(lookedAt, "1"_ba);
    return data;
}

void ClipboardGuard::look(QClipboard::Mode mode)
{
    const QMimeData *data = m_clipboard.mimeData(mode);
    if (!data || !isOurs(*data) || !data->hasText() || SecretClipboard::isMarked(*data) || data->hasFormat(lookedAt))
        return;
    ++m_looks;
    const QString text = data->text();
    const QByteArray bytes = data->data(QLatin1StringView(bytesFormat));
    if (text.size() > quickLook)
        lookInBackground(mode, text, bytes);
    else if (const QList<Secret> known = m_tokens() + m_secrets.known();
             holdsSecret(text.toUtf8(), known) || holdsSecret(bytes, known))
        take(mode, text);
}

void ClipboardGuard::take(QClipboard::Mode mode, const QString &text)
{
    const Secret secret = Secret::fromText(text);
    if (mode == QClipboard::Selection)
        m_secrets.select(secret, tr("Text with a secret"));
    else
        m_secrets.copy(secret, tr("Text with a secret"));
}

void ClipboardGuard::lookInBackground(QClipboard::Mode mode, const QString &text, const QByteArray &bytes)
{
    // Marked until it is known to be harmless: a clipboard manager is quicker than the look.
    m_clipboard.setMimeData(SecretClipboard::secretMimeData(Secret::fromText(text)), mode);
    const QList<Secret> known = m_tokens() + m_secrets.known();
    const auto finding = inBackground<bool>(
        [text, bytes, known] { return holdsSecret(text.toUtf8(), known) || holdsSecret(bytes, known); });
    deliver(finding, this, [this, mode, text, look = m_looks](const Result<bool> &holds) {
        if (look != m_looks || m_clipboard.text(mode) != text)
            return;
        if (!holds || *holds) {
            take(mode, text);
            return;
        }
        m_clipboard.setMimeData(plainMimeData(text), mode);
    });
}

} // namespace acx
