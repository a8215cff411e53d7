// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/copy_source.h"

#include "app/http/secret_names.h"
#include "ui/explorer/answer_panel.h"
#include "ui/explorer/body_editor_parts.h"
#include "ui/explorer/parameter_field.h"
#include "ui/explorer/parameter_field_editor.h"
#include "ui/explorer/text_page.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <Qsci/qsciscintilla.h>

namespace acx {

namespace {

/// The nearest widget of that class that is, or holds, this one.
template <class T>
const T *nearest(const QWidget &widget)
{
    for (const QWidget *each = &widget; each; each = each->parentWidget()) {
        if (const auto *found = qobject_cast<const T *>(each))
            return found;
    }
    return nullptr;
}

/// The text as it is shown (an answer may be laid out anew) goes before the body as it came.
std::optional<ResponseBody> shownBody(const QWidget &widget)
{
    if (const auto *page = nearest<TextPage>(widget); page && page->text())
        return page->text()->body;
    if (const auto *panel = nearest<AnswerPanel>(widget); panel && panel->exchange())
        return panel->exchange()->response.body;
    return std::nullopt;
}

/// The name of a value stands beside its line, not in it.
bool takesSecret(const QLineEdit &line)
{
    if (const auto *field = nearest<ParameterField>(line))
        return isSecret(field->parameter());
    if (!nearest<BodyParts>(line))
        return false;
    const QList<QLineEdit *> row = line.parentWidget()->findChildren<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
    return row.size() == 2 && row.last() == &line && isSecretName(row.first()->text().toUtf8());
}

} // namespace

CopySource copySource(const QWidget *widget)
{
    CopySource source;
    if (!widget)
        return source;
    source.body = shownBody(*widget);
    if (const auto *line = qobject_cast<const QLineEdit *>(widget)) {
        source.text = line->text().toUtf8();
        source.isSecret = takesSecret(*line);
    } else if (const auto *plain = qobject_cast<const QPlainTextEdit *>(widget)) {
        source.text = plain->toPlainText().toUtf8();
    } else if (const auto *rich = qobject_cast<const QTextEdit *>(widget)) {
        source.text = rich->toPlainText().toUtf8();
    } else if (const auto *code = qobject_cast<const QsciScintilla *>(widget); code && !source.body) {
        source.text = code->text().toUtf8();
    }
    return source;
}

} // namespace acx
