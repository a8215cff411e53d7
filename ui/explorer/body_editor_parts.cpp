// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_editor_parts.h"

#include "ui/file_chooser.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace acx {

namespace {

constexpr QLatin1StringView textPrefix("body:");
constexpr QLatin1StringView filePrefix("file:");

} // namespace

BodyParts::BodyParts(const Theme &theme, FileChooser &files, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_files(files)
    , m_add(makeButton(tr("Add a field"), ButtonKind::Link, this))
{
    setObjectName(u"bodyParts"_s);
    setAccessibleName(tr("Fields of the body"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_add->setObjectName(u"partAdd"_s);
    auto *page = new QWidget;
    page->setObjectName(u"scrolled"_s);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(Space::S));
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    m_column->addStretch(1);
    setWidget(page);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.constLast().name->setFocus();
        Q_EMIT changed();
    });
    addRow({});
}

void BodyParts::addRow(const FormPart &part)
{
    Row row;
    row.holder = new QWidget(widget());
    row.name = new QLineEdit(part.name, row.holder);
    row.name->setPlaceholderText(tr("Name"));
    row.value = new QLineEdit(part.value, row.holder);
    row.file = makeIconButton(m_theme, u"file"_s, tr("The value is a file"), row.holder);
    row.file->setCheckable(true);
    row.file->setChecked(part.isFile);
    row.remove = makeIconButton(m_theme, u"close"_s, tr("Remove this field"), row.holder);
    auto *line = new QHBoxLayout(row.holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Theme::space(Space::Xs));
    line->addWidget(row.name, 2);
    line->addWidget(row.value, 3);
    line->addWidget(row.file);
    line->addWidget(row.remove);
    m_column->insertWidget(m_column->count() - 2, row.holder);
    row.holder->show(); // at once, so that it can take the focus
    m_rows.append(row);
    connectRow(row);
    nameRows();
}

void BodyParts::connectRow(const Row &row)
{
    for (QLineEdit *line : {row.name, row.value}) {
        connect(line, &QLineEdit::textChanged, this, &BodyParts::changed);
        connect(line, &QLineEdit::returnPressed, this, &BodyParts::submitted);
    }
    connect(row.file, &QToolButton::clicked, this, [this, row](bool isFile) { chooseFile(row, isFile); });
    connect(row.remove, &QToolButton::clicked, this, [this, holder = row.holder] {
        removeRow(holder);
        Q_EMIT changed();
    });
}

void BodyParts::chooseFile(const Row &row, bool isFile)
{
    nameRows();
    Q_EMIT changed();
    if (!isFile)
        return;
    m_files.chooseExisting(this, tr("File for %1").arg(row.name->text()), {},
                           [value = QPointer(row.value)](const QString &path) {
                               if (value)
                                   value->setText(path);
                           });
}

void BodyParts::removeRow(const QWidget *holder)
{
    const auto found =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [holder](const Row &row) { return row.holder == holder; });
    if (found == m_rows.cend())
        return;
    const Row gone = *found;
    m_rows.erase(found);
    for (QWidget *part : {static_cast<QWidget *>(gone.name), static_cast<QWidget *>(gone.value),
                          static_cast<QWidget *>(gone.file), static_cast<QWidget *>(gone.remove)})
        part->setObjectName({});
    gone.holder->hide();
    gone.holder->deleteLater();
    if (m_rows.isEmpty())
        addRow({});
    nameRows();
    m_rows.constFirst().name->setFocus();
}

void BodyParts::nameRows()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        row.name->setObjectName(u"partName%1"_s.arg(i));
        row.name->setAccessibleName(tr("Name of field %1").arg(i + 1));
        row.value->setObjectName(u"partValue%1"_s.arg(i));
        row.value->setAccessibleName(row.file->isChecked() ? tr("File of field %1").arg(i + 1)
                                                           : tr("Value of field %1").arg(i + 1));
        row.value->setPlaceholderText(row.file->isChecked() ? tr("Path of a file") : tr("Value"));
        row.file->setObjectName(u"partFile%1"_s.arg(i));
        row.remove->setObjectName(u"partRemove%1"_s.arg(i));
    }
}

QList<FormPart> BodyParts::parts() const
{
    QList<FormPart> all;
    for (const Row &row : m_rows) {
        if (!row.name->text().isEmpty())
            all.append({row.name->text(), row.value->text(), row.file->isChecked(), {}});
    }
    return all;
}

QList<NamedValue> BodyParts::values() const
{
    QList<NamedValue> all;
    const QList<FormPart> given = parts();
    for (const FormPart &part : given)
        all.append({(part.isFile ? filePrefix : textPrefix) + part.name, part.value});
    return all;
}

void BodyParts::setValues(const QList<NamedValue> &values)
{
    for (const Row &row : std::as_const(m_rows))
        delete row.holder;
    m_rows.clear();
    for (const NamedValue &value : values) {
        const bool isFile = value.name.startsWith(filePrefix);
        if (isFile || value.name.startsWith(textPrefix))
            addRow({value.name.mid(textPrefix.size()), value.value, isFile, {}});
    }
    if (m_rows.isEmpty())
        addRow({});
}

} // namespace acx
