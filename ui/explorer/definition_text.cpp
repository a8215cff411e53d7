// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/definition_text.h"

#include "app/base/visible_text.h"
#include "app/explorer/foreign_documents.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr qsizetype mostLines = 200; // of one kind of change

void addLines(QStringList &lines, const QString &heading, const QList<ChangedOperation> &operations)
{
    if (operations.isEmpty())
        return;
    lines += u"%1 (%2)"_s.arg(heading).arg(operations.size());
    for (const ChangedOperation &operation : operations.first(std::min(mostLines, operations.size())))
        lines += u"  %1 %2"_s.arg(QString::fromLatin1(operation.method), operation.path);
    if (operations.size() > mostLines)
        lines += u"  …"_s;
}

} // namespace

QString shortDetails(const Definition &definition)
{
    QString place;
    switch (definition.origin) {
    case DefinitionOrigin::File:
        place = QFileInfo(definition.source).fileName();
        break;
    case DefinitionOrigin::Url:
    case DefinitionOrigin::Answer:
        place = QUrl(definition.source).host();
        break;
    case DefinitionOrigin::Pasted:
        place = QCoreApplication::translate("acx::DefinitionCard", "pasted");
        break;
    }
    return definition.version.isEmpty() ? place : definition.version + u" · "_s + place;
}

QString originText(const Definition &definition)
{
    switch (definition.origin) {
    case DefinitionOrigin::File:
    case DefinitionOrigin::Url:
        return definition.source;
    case DefinitionOrigin::Answer:
        return QCoreApplication::translate("acx::DefinitionCard", "The answer of %1").arg(definition.source);
    case DefinitionOrigin::Pasted:
        break;
    }
    return QCoreApplication::translate("acx::DefinitionCard", "Pasted from the clipboard");
}

QString changesText(const DefinitionChanges &changes)
{
    QStringList lines;
    if (changes.titleBefore != changes.titleNow)
        lines += QCoreApplication::translate("acx::DefinitionCard", "Title: %1 → %2")
                     .arg(changes.titleBefore, changes.titleNow);
    if (changes.versionBefore != changes.versionNow)
        lines += QCoreApplication::translate("acx::DefinitionCard", "Version: %1 → %2")
                     .arg(changes.versionBefore, changes.versionNow);
    if (changes.baseBefore != changes.baseNow && !changes.baseBefore.isEmpty() && !changes.baseNow.isEmpty())
        lines += QCoreApplication::translate("acx::DefinitionCard", "Base URL: %1 → %2")
                     .arg(changes.baseBefore.toString(), changes.baseNow.toString());
    addLines(lines, QCoreApplication::translate("acx::DefinitionCard", "Added"), changes.added);
    addLines(lines, QCoreApplication::translate("acx::DefinitionCard", "Removed"), changes.removed);
    addLines(lines, QCoreApplication::translate("acx::DefinitionCard", "Changed"), changes.changed);
    if (!changes.otherParts.isEmpty())
        lines += QCoreApplication::translate("acx::DefinitionCard", "Changed in the document: %1")
                     .arg(changes.otherParts.join(u", "_s));
    return lines.join(u'\n');
}

QStringList foreignPlaces(const QStringList &documents)
{
    QStringList places;
    for (const QString &document : documents) {
        const QString place = foreignPlace(document);
        if (!place.isEmpty() && !places.contains(place))
            places.append(place);
    }
    return places;
}

QString breakable(const QString &text)
{
    constexpr qsizetype longestWord = 24; // characters
    constexpr QChar breakHere(0x200B);    // zero width space
    QString result;
    qsizetype since = 0; // the last place where a line may end
    const QString visible = withVisibleControls(text);
    for (const QChar c : visible) {
        result += c;
        ++since;
        if (c.isSpace() || c == breakHere) {
            since = 0;
        } else if (since >= longestWord || (since > 1 && u"/.?&,:"_s.contains(c))) {
            result += breakHere;
            since = 0;
        }
    }
    return result;
}

} // namespace acx
