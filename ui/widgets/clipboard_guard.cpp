// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/clipboard_guard.h"

#include "app/base/background.h"
#include "app/base/deliver.h"
#include "app/http/redactor.h"
#include "app/http/secret_names.h"
#include "app/http/text_layers.h"
#include "ui/widgets/secret_clipboard.h"

#include <QMimeData>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype quickLook = 16LL * 1024; // characters; more is read in another thread
constexpr qsizetype shortestPart = 12;       // bytes; shorter ones are in a secret by chance
constexpr QLatin1StringView lookedAt("application/x-apiconnect-explorer-plain");

// What is secret where the text comes from; there, chance is smaller.
constexpr qsizetype shortestNamed = 4;        // bytes; for a text that is the whole value
constexpr qsizetype shortestInSource = 8;     // bytes; for a text that reaches into a value
constexpr qsizetype readWhole = 256LL * 1024; // bytes of the source; more is read in parts
constexpr qsizetype readAround = 16LL * 1024; // bytes before and behind the text in a larger source
constexpr qsizetype longestStart = 512;       // bytes by which a text is found in its source
constexpr qsizetype longestDecoded = 4096;    // bytes of a value; larger ones are objects and lists
constexpr int mostPlaces = 64;                // at which the text stands in it

/// What comes from another program is of a class of the platform's own.
bool isOurs(const QMimeData &data)
{
    return data.metaObject() == &QMimeData::staticMetaObject;
}

bool isBesideValues(char c)
{
    return QByteArrayView(" \t\r\n\"'`,;:=&?(){}[]<>").contains(c);
}

/// Without the punctuation that a hand selects along with a value.
QByteArray bare(const QByteArray &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && isBesideValues(text.at(begin)))
        ++begin;
    while (end > begin && isBesideValues(text.at(end - 1)))
        --end;
    return text.sliced(begin, end - begin);
}

/// Whether nothing is left but dots, which stand for what was removed.
bool isRemoved(const QByteArray &text)
{
    const QByteArray dot = QString(Redactor::placeholder().front()).toUtf8();
    return bare(QByteArray(text).replace(dot, " ")).isEmpty();
}

/// A text is this value, with or without punctuation around it, or holds it.
bool isValue(const QByteArray &text, const QByteArray &value)
{
    const QByteArray word = bare(value);
    if (word.size() < shortestNamed || isRemoved(value) || word == "true" || word == "false" || word == "null")
        return false;
    return bare(text) == word || (value.size() >= shortestInSource && text.contains(value));
}

/// A text is one of the words in an object or list that is secret as a whole.
bool isWordIn(const QByteArray &text, const QByteArray &object)
{
    const QByteArray word = bare(text);
    if (word.size() < shortestNamed || (!object.startsWith('{') && !object.startsWith('[')))
        return false;
    for (qsizetype at = object.indexOf(word); at >= 0; at = object.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if (isBesideValues(object.at(at - 1)) && (end == object.size() || isBesideValues(object.at(end))))
            return true;
    }
    return false;
}

/// The same for the value as it is written, and decoded.
bool isValueInAnyForm(const QByteArray &text, const QByteArray &written)
{
    if (isWordIn(text, written))
        return true;
    if (written.size() > longestDecoded)
        return isValue(text, written);
    const QList<TextLayer> forms = textLayers(written);
    return std::ranges::any_of(forms, [&](const TextLayer &form) { return isValue(text, form.bytes); });
}

/// A text is a value beside a secret name, or holds one.
bool isNamedIn(const QByteArray &source, const QByteArray &text)
{
    const QList<TextLayer> layers = textLayers(source);
    return std::ranges::any_of(layers, [&](const TextLayer &layer) {
        const QList<TextRange> named = namedSecrets(layer);
        return std::ranges::any_of(named, [&](const TextRange &range) {
            const TextRange inSource = layer.inText(range);
            return isValueInAnyForm(text, source.sliced(inSource.begin, inSource.end - inSource.begin));
        });
    });
}

/// By how a text begins: whatever begins farther inside has its name in the text itself.
QByteArray startOf(const QByteArray &text)
{
    return text.first(std::min(text.size(), longestStart));
}

bool isSecretInPart(const QByteArray &source, const QByteArray &text)
{
    if (isNamedIn(source, text))
        return true;
    // What is removed from the source takes those places of the text with it that reach into it.
    const QByteArray start = startOf(text);
    return start.size() >= shortestInSource && source.contains(start) &&
           Redactor().bytes(source).count(start) < source.count(start);
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

bool isSecretIn(QByteArrayView source, const QByteArray &text)
{
    const QByteArray trimmed = text.trimmed();
    if (trimmed.size() < shortestNamed || source.isEmpty() || isRemoved(trimmed))
        return false;
    if (source.size() <= readWhole)
        return isSecretInPart(source.toByteArray(), trimmed);
    const QByteArray start = startOf(trimmed);
    qsizetype at = source.indexOf(start);
    for (int places = 0; at >= 0 && places < mostPlaces; ++places) {
        const qsizetype from = std::max<qsizetype>(0, at - readAround);
        const qsizetype to = std::min(source.size(), at + start.size() + readAround);
        if (isSecretInPart(source.sliced(from, to - from).toByteArray(), trimmed))
            return true;
        at = source.indexOf(start, std::max(at + 1, to - start.size() + 1)); // those before were in this part
    }
    return false;
}

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, SecretClipboard &secrets, std::function<QList<Secret>()> tokens,
                               std::function<CopySource()> source, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_secrets(secrets)
    , m_tokens(std::move(tokens))
    , m_source(std::move(source))
{
    connect(&m_clipboard, &QClipboard::changed, this, [this](QClipboard::Mode mode) { look(mode, m_source); });
    // Whoever is quick copies from an answer before it has been read.
    connect(&m_secrets, &SecretClipboard::knowsMore, this, [this] {
        ++m_lessons;
        // It was looked at where it came from when it was copied; what has the focus now is another thing.
        const auto nowhere = [] { return CopySource(); };
        look(QClipboard::Clipboard, nowhere);
        if (m_clipboard.supportsSelection())
            look(QClipboard::Selection, nowhere);
    });
}

QMimeData *ClipboardGuard::plainMimeData(const QString &text)
{
    auto *data = new QMimeData;
    data->setText(text);
    data->setData(lookedAt, "1"_ba);
    return data;
}

void ClipboardGuard::look(QClipboard::Mode mode, const std::function<CopySource()> &source)
{
    const QMimeData *data = m_clipboard.mimeData(mode);
    if (!data || !isOurs(*data) || !data->hasText() || SecretClipboard::isMarked(*data) || data->hasFormat(lookedAt))
        return;
    Place &place = placeOf(mode);
    place.next.reset();
    Look look{data->text(),  data->data(QLatin1StringView(bytesFormat)),
              source(),      m_tokens() + m_secrets.known(),
              ++place.looks, m_lessons};
    const qint64 size = look.text.size() + look.source.text.size() + (look.source.body ? look.source.body->size() : 0);
    if (size <= quickLook) {
        if (finds(look))
            take(mode, look.text);
        return;
    }
    // Marked until it is known to be harmless: a clipboard manager is quicker than the look.
    m_clipboard.setMimeData(SecretClipboard::secretMimeData(Secret::fromText(look.text)), mode);
    place.next = std::move(look);
    lookInBackground(mode);
}

bool ClipboardGuard::finds(const Look &look)
{
    const QByteArray text = look.text.toUtf8();
    if (look.source.isSecret && !text.trimmed().isEmpty())
        return true;
    if (holdsSecret(text, look.known) || holdsSecret(look.bytes, look.known))
        return true;
    if (isSecretIn(look.source.text, text))
        return true;
    if (!look.source.body || look.source.body->isEmpty())
        return false;
    const Result<QByteArrayView> body = look.source.body->view();
    // What cannot be read may be anything.
    return !body || isSecretIn(*body, text) || isSecretIn(*body, look.bytes);
}

void ClipboardGuard::lookInBackground(QClipboard::Mode mode)
{
    Place &place = placeOf(mode);
    if (place.isBusy || !place.next)
        return;
    const Look look = *std::exchange(place.next, std::nullopt);
    place.isBusy = true;
    deliver(inBackground<bool>([look] { return finds(look); }), this, [this, mode, look](const Result<bool> &holds) {
        placeOf(mode).isBusy = false;
        takeFinding(mode, look, !holds || *holds);
        lookInBackground(mode);
    });
}

void ClipboardGuard::takeFinding(QClipboard::Mode mode, const Look &look, bool holds)
{
    Place &place = placeOf(mode);
    if (look.number != place.looks || m_clipboard.text(mode) != look.text)
        return;
    if (holds) {
        take(mode, look.text);
    } else if (look.lesson != m_lessons) {
        // Something new became known meanwhile; only that is left to be looked for.
        place.next = Look{look.text, look.bytes, {}, m_tokens() + m_secrets.known(), look.number, m_lessons};
    } else {
        m_clipboard.setMimeData(plainMimeData(look.text), mode);
    }
}

void ClipboardGuard::take(QClipboard::Mode mode, const QString &text)
{
    const Secret secret = Secret::fromText(text);
    if (mode == QClipboard::Selection)
        m_secrets.select(secret, tr("Text with a secret"));
    else
        m_secrets.copy(secret, tr("Text with a secret"));
}

} // namespace acx
