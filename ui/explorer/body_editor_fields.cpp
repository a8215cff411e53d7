// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explorer/body_editor_fields.h"

#include "ui/explorer/parameter_field.h"
#include "ui/explorer/parameter_field_line.h"
#include "ui/file_chooser.h"
#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace acx {

BodyFields::BodyFields(const Theme &theme, FileChooser &files, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_files(files)
{
    setObjectName(u"bodyFields"_s);
    setAccessibleName(tr("Fields of the body"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    page->setObjectName(u"scrolled"_s);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::space(Space::M));
    m_column->addStretch(1);
    setWidget(page);
}

void BodyFields::setShape(const BodyShape &shape)
{
    qDeleteAll(m_holders);
    m_holders.clear();
    m_rows.clear();
    for (const BodyField &field : shape.fields)
        addField(field);
}

void BodyFields::addField(const BodyField &field)
{
    OperationParameter parameter;
    parameter.name = field.name;
    parameter.required = field.required;
    parameter.type = field.isFile ? u"string"_s : field.type;
    parameter.description = field.description;
    auto *holder = new QWidget(widget());
    auto *row = new ParameterField(m_theme, parameter, u"body"_s, field.isFile ? tr("file") : tr("field"), holder);
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::space(Space::S));
    layout->addWidget(row, 1);
    m_column->insertWidget(m_column->count() - 1, holder);
    holder->show();
    m_holders.append(holder);
    m_rows.append(row);
    connect(row, &ParameterField::changed, this, &BodyFields::changed);
    connect(row, &ParameterField::submitted, this, &BodyFields::submitted);
    if (field.isFile)
        addChooser(row, field);
}

void BodyFields::addChooser(ParameterField *row, const BodyField &field)
{
    row->line()->setPlaceholderText(tr("Path of a file"));
    QPushButton *choose = makeButton(tr("Choose…"), ButtonKind::Normal, row->parentWidget());
    choose->setObjectName("choose:body:"_L1 + field.name);
    choose->setAccessibleName(tr("Choose the file for %1").arg(field.name));
    row->parentWidget()->layout()->addWidget(choose);
    row->parentWidget()->layout()->setAlignment(choose, Qt::AlignTop);
    connect(choose, &QPushButton::clicked, this, [this, row = QPointer(row), name = field.name] {
        m_files.chooseExisting(this, tr("File for %1").arg(name), {}, [row](const QString &path) {
            if (row)
                row->setValues({path});
        });
    });
}

QList<NamedValue> BodyFields::values() const
{
    QList<NamedValue> all;
    for (const ParameterField *row : m_rows) {
        const QStringList values = row->values();
        for (const QString &value : values)
            all.append({"body:"_L1 + row->parameter().name, value});
    }
    return all;
}

void BodyFields::setValues(const QList<NamedValue> &values)
{
    for (ParameterField *row : std::as_const(m_rows)) {
        QStringList own;
        for (const NamedValue &value : values) {
            if (value.name == "body:"_L1 + row->parameter().name)
                own.append(value.value);
        }
        row->setValues(own);
    }
}

bool BodyFields::check()
{
    bool sound = true;
    for (ParameterField *row : std::as_const(m_rows))
        sound = row->check() && sound;
    return sound;
}

} // namespace acx
