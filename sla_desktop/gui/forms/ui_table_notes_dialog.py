# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'table_notes_dialog.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QComboBox, QDialog, QHBoxLayout,
    QLabel, QLineEdit, QListView, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QSpinBox, QTabWidget, QVBoxLayout, QWidget)

class Ui_TableNotesDialog(object):
    def setupUi(self, TableNotesDialog):
        if not TableNotesDialog.objectName():
            TableNotesDialog.setObjectName(u"TableNotesDialog")
        TableNotesDialog.resize(1020, 620)
        self.layout_28 = QVBoxLayout(TableNotesDialog)
        self.layout_28.setSpacing(14)
        self.layout_28.setObjectName(u"layout_28")
        self.layout_28.setContentsMargins(26, 24, 26, 22)
        self.layout_25 = QVBoxLayout()
        self.layout_25.setSpacing(3)
        self.layout_25.setObjectName(u"layout_25")
        self.layout_25.setContentsMargins(0, 0, 0, 0)
        self.heading_label = QLabel(TableNotesDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_25.addWidget(self.heading_label)

        self.hint_label = QLabel(TableNotesDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"muted")
        self.hint_label.setWordWrap(True)

        self.layout_25.addWidget(self.hint_label)


        self.layout_28.addLayout(self.layout_25)

        self.tabs = QTabWidget(TableNotesDialog)
        self.tabs.setObjectName(u"tabs")
        self.notes_tab = QWidget()
        self.notes_tab.setObjectName(u"notes_tab")
        self.layout_15 = QHBoxLayout(self.notes_tab)
        self.layout_15.setSpacing(16)
        self.layout_15.setObjectName(u"layout_15")
        self.layout_15.setContentsMargins(12, 12, 12, 12)
        self.write_area_column = QVBoxLayout()
        self.write_area_column.setSpacing(10)
        self.write_area_column.setObjectName(u"write_area_column")
        self.write_area = QScrollArea(self.notes_tab)
        self.write_area.setObjectName(u"write_area")
        self.write_area.setWidgetResizable(True)
        self.write_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.write_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.write_box = QWidget()
        self.write_box.setObjectName(u"write_box")
        self.write_box.setProperty(u"look", u"clear")
        self.layout_11 = QVBoxLayout(self.write_box)
        self.layout_11.setSpacing(10)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(4, 4, 10, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(5)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.kind_field_label = QLabel(self.write_box)
        self.kind_field_label.setObjectName(u"kind_field_label")
        self.kind_field_label.setProperty(u"look", u"field")

        self.layout_1.addWidget(self.kind_field_label)

        self.kind_combo = QComboBox(self.write_box)
        self.kind_combo.setObjectName(u"kind_combo")

        self.layout_1.addWidget(self.kind_combo)


        self.layout_11.addLayout(self.layout_1)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(5)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.text_field_label = QLabel(self.write_box)
        self.text_field_label.setObjectName(u"text_field_label")
        self.text_field_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.text_field_label)

        self.text_edit = QPlainTextEdit(self.write_box)
        self.text_edit.setObjectName(u"text_edit")
        self.text_edit.setTabChangesFocus(True)
        self.text_edit.setMinimumSize(QSize(60, 70))
        self.text_edit.setMaximumSize(QSize(16777215, 110))

        self.layout_2.addWidget(self.text_edit)


        self.layout_11.addLayout(self.layout_2)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(5)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.round_field_label = QLabel(self.write_box)
        self.round_field_label.setObjectName(u"round_field_label")
        self.round_field_label.setProperty(u"look", u"field")

        self.layout_3.addWidget(self.round_field_label)

        self.round_spin = QSpinBox(self.write_box)
        self.round_spin.setObjectName(u"round_spin")
        self.round_spin.setMaximum(1000)

        self.layout_3.addWidget(self.round_spin)


        self.layout_5.addLayout(self.layout_3)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(5)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.table_field_label = QLabel(self.write_box)
        self.table_field_label.setObjectName(u"table_field_label")
        self.table_field_label.setProperty(u"look", u"field")

        self.layout_4.addWidget(self.table_field_label)

        self.table_spin = QSpinBox(self.write_box)
        self.table_spin.setObjectName(u"table_spin")
        self.table_spin.setMaximum(1000)

        self.layout_4.addWidget(self.table_spin)


        self.layout_5.addLayout(self.layout_4)


        self.layout_11.addLayout(self.layout_5)

        self.layout_6 = QVBoxLayout()
        self.layout_6.setSpacing(5)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.owner_field_label = QLabel(self.write_box)
        self.owner_field_label.setObjectName(u"owner_field_label")
        self.owner_field_label.setProperty(u"look", u"field")

        self.layout_6.addWidget(self.owner_field_label)

        self.owner_edit = QLineEdit(self.write_box)
        self.owner_edit.setObjectName(u"owner_edit")
        self.owner_edit.setMaxLength(200)

        self.layout_6.addWidget(self.owner_edit)


        self.layout_11.addLayout(self.layout_6)

        self.layout_7 = QVBoxLayout()
        self.layout_7.setSpacing(5)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.due_field_label = QLabel(self.write_box)
        self.due_field_label.setObjectName(u"due_field_label")
        self.due_field_label.setProperty(u"look", u"field")

        self.layout_7.addWidget(self.due_field_label)

        self.due_edit = QLineEdit(self.write_box)
        self.due_edit.setObjectName(u"due_edit")
        self.due_edit.setMaxLength(20)

        self.layout_7.addWidget(self.due_edit)


        self.layout_11.addLayout(self.layout_7)

        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_11.addItem(self.spacer_10)

        self.write_area.setWidget(self.write_box)

        self.write_area_column.addWidget(self.write_area)

        self.note_error_label = QLabel(self.notes_tab)
        self.note_error_label.setObjectName(u"note_error_label")
        self.note_error_label.setProperty(u"tone", u"bad")
        self.note_error_label.setWordWrap(True)
        self.note_error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.write_area_column.addWidget(self.note_error_label)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(8)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.keep_button = QPushButton(self.notes_tab)
        self.keep_button.setObjectName(u"keep_button")
        self.keep_button.setProperty(u"look", u"primary")

        self.layout_9.addWidget(self.keep_button)

        self.new_button = QPushButton(self.notes_tab)
        self.new_button.setObjectName(u"new_button")

        self.layout_9.addWidget(self.new_button)

        self.spacer_8 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_8)


        self.write_area_column.addLayout(self.layout_9)


        self.layout_15.addLayout(self.write_area_column)

        self.layout_14 = QVBoxLayout()
        self.layout_14.setSpacing(8)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(0, 0, 0, 0)
        self.layout_13 = QHBoxLayout()
        self.layout_13.setSpacing(8)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(0, 0, 0, 0)
        self.show_combo = QComboBox(self.notes_tab)
        self.show_combo.setObjectName(u"show_combo")

        self.layout_13.addWidget(self.show_combo)

        self.spacer_12 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_13.addItem(self.spacer_12)

        self.dots_label = QLabel(self.notes_tab)
        self.dots_label.setObjectName(u"dots_label")
        self.dots_label.setProperty(u"look", u"field")

        self.layout_13.addWidget(self.dots_label)

        self.dots_spin = QSpinBox(self.notes_tab)
        self.dots_spin.setObjectName(u"dots_spin")
        self.dots_spin.setMaximum(100000)

        self.layout_13.addWidget(self.dots_spin)

        self.remove_button = QPushButton(self.notes_tab)
        self.remove_button.setObjectName(u"remove_button")

        self.layout_13.addWidget(self.remove_button)


        self.layout_14.addLayout(self.layout_13)

        self.notes_list = QListView(self.notes_tab)
        self.notes_list.setObjectName(u"notes_list")

        self.layout_14.addWidget(self.notes_list)


        self.layout_15.addLayout(self.layout_14)

        self.layout_15.setStretch(0, 4)
        self.layout_15.setStretch(1, 7)
        self.tabs.addTab(self.notes_tab, "")
        self.polls_tab = QWidget()
        self.polls_tab.setObjectName(u"polls_tab")
        self.layout_24 = QHBoxLayout(self.polls_tab)
        self.layout_24.setSpacing(16)
        self.layout_24.setObjectName(u"layout_24")
        self.layout_24.setContentsMargins(12, 12, 12, 12)
        self.poll_area_column = QVBoxLayout()
        self.poll_area_column.setSpacing(10)
        self.poll_area_column.setObjectName(u"poll_area_column")
        self.poll_area = QScrollArea(self.polls_tab)
        self.poll_area.setObjectName(u"poll_area")
        self.poll_area.setWidgetResizable(True)
        self.poll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.poll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.poll_box = QWidget()
        self.poll_box.setObjectName(u"poll_box")
        self.poll_box.setProperty(u"look", u"clear")
        self.layout_23 = QVBoxLayout(self.poll_box)
        self.layout_23.setSpacing(10)
        self.layout_23.setObjectName(u"layout_23")
        self.layout_23.setContentsMargins(4, 4, 10, 0)
        self.layout_16 = QVBoxLayout()
        self.layout_16.setSpacing(5)
        self.layout_16.setObjectName(u"layout_16")
        self.layout_16.setContentsMargins(0, 0, 0, 0)
        self.poll_question_field_label = QLabel(self.poll_box)
        self.poll_question_field_label.setObjectName(u"poll_question_field_label")
        self.poll_question_field_label.setProperty(u"look", u"field")

        self.layout_16.addWidget(self.poll_question_field_label)

        self.poll_question_edit = QLineEdit(self.poll_box)
        self.poll_question_edit.setObjectName(u"poll_question_edit")
        self.poll_question_edit.setMaxLength(300)

        self.layout_16.addWidget(self.poll_question_edit)


        self.layout_23.addLayout(self.layout_16)

        self.layout_17 = QVBoxLayout()
        self.layout_17.setSpacing(5)
        self.layout_17.setObjectName(u"layout_17")
        self.layout_17.setContentsMargins(0, 0, 0, 0)
        self.poll_choices_field_label = QLabel(self.poll_box)
        self.poll_choices_field_label.setObjectName(u"poll_choices_field_label")
        self.poll_choices_field_label.setProperty(u"look", u"field")

        self.layout_17.addWidget(self.poll_choices_field_label)

        self.poll_choices_edit = QPlainTextEdit(self.poll_box)
        self.poll_choices_edit.setObjectName(u"poll_choices_edit")
        self.poll_choices_edit.setTabChangesFocus(True)
        self.poll_choices_edit.setMinimumSize(QSize(60, 70))

        self.layout_17.addWidget(self.poll_choices_edit)


        self.layout_23.addLayout(self.layout_17)

        self.layout_18 = QVBoxLayout()
        self.layout_18.setSpacing(5)
        self.layout_18.setObjectName(u"layout_18")
        self.layout_18.setContentsMargins(0, 0, 0, 0)
        self.poll_before_field_label = QLabel(self.poll_box)
        self.poll_before_field_label.setObjectName(u"poll_before_field_label")
        self.poll_before_field_label.setProperty(u"look", u"field")

        self.layout_18.addWidget(self.poll_before_field_label)

        self.poll_before_edit = QLineEdit(self.poll_box)
        self.poll_before_edit.setObjectName(u"poll_before_edit")
        self.poll_before_edit.setMaxLength(200)

        self.layout_18.addWidget(self.poll_before_edit)


        self.layout_23.addLayout(self.layout_18)

        self.layout_19 = QVBoxLayout()
        self.layout_19.setSpacing(5)
        self.layout_19.setObjectName(u"layout_19")
        self.layout_19.setContentsMargins(0, 0, 0, 0)
        self.poll_after_field_label = QLabel(self.poll_box)
        self.poll_after_field_label.setObjectName(u"poll_after_field_label")
        self.poll_after_field_label.setProperty(u"look", u"field")

        self.layout_19.addWidget(self.poll_after_field_label)

        self.poll_after_edit = QLineEdit(self.poll_box)
        self.poll_after_edit.setObjectName(u"poll_after_edit")
        self.poll_after_edit.setMaxLength(200)

        self.layout_19.addWidget(self.poll_after_edit)


        self.layout_23.addLayout(self.layout_19)

        self.spacer_22 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_23.addItem(self.spacer_22)

        self.poll_area.setWidget(self.poll_box)

        self.poll_area_column.addWidget(self.poll_area)

        self.poll_error_label = QLabel(self.polls_tab)
        self.poll_error_label.setObjectName(u"poll_error_label")
        self.poll_error_label.setProperty(u"tone", u"bad")
        self.poll_error_label.setWordWrap(True)
        self.poll_error_label.setTextFormat(Qt.TextFormat.PlainText)

        self.poll_area_column.addWidget(self.poll_error_label)

        self.layout_21 = QHBoxLayout()
        self.layout_21.setSpacing(8)
        self.layout_21.setObjectName(u"layout_21")
        self.layout_21.setContentsMargins(0, 0, 0, 0)
        self.poll_keep_button = QPushButton(self.polls_tab)
        self.poll_keep_button.setObjectName(u"poll_keep_button")
        self.poll_keep_button.setProperty(u"look", u"primary")

        self.layout_21.addWidget(self.poll_keep_button)

        self.spacer_20 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_21.addItem(self.spacer_20)


        self.poll_area_column.addLayout(self.layout_21)


        self.layout_24.addLayout(self.poll_area_column)

        self.polls_list = QListView(self.polls_tab)
        self.polls_list.setObjectName(u"polls_list")

        self.layout_24.addWidget(self.polls_list)

        self.layout_24.setStretch(0, 4)
        self.layout_24.setStretch(1, 7)
        self.tabs.addTab(self.polls_tab, "")

        self.layout_28.addWidget(self.tabs)

        self.layout_27 = QHBoxLayout()
        self.layout_27.setSpacing(8)
        self.layout_27.setObjectName(u"layout_27")
        self.layout_27.setContentsMargins(0, 0, 0, 0)
        self.undo_button = QPushButton(TableNotesDialog)
        self.undo_button.setObjectName(u"undo_button")
        self.undo_button.setProperty(u"icon_name", u"arrow-back-up")

        self.layout_27.addWidget(self.undo_button)

        self.spacer_26 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_27.addItem(self.spacer_26)

        self.close_button = QPushButton(TableNotesDialog)
        self.close_button.setObjectName(u"close_button")

        self.layout_27.addWidget(self.close_button)


        self.layout_28.addLayout(self.layout_27)

        self.layout_28.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.kind_field_label.setBuddy(self.kind_combo)
        self.text_field_label.setBuddy(self.text_edit)
        self.round_field_label.setBuddy(self.round_spin)
        self.table_field_label.setBuddy(self.table_spin)
        self.owner_field_label.setBuddy(self.owner_edit)
        self.due_field_label.setBuddy(self.due_edit)
        self.dots_label.setBuddy(self.dots_spin)
        self.poll_question_field_label.setBuddy(self.poll_question_edit)
        self.poll_choices_field_label.setBuddy(self.poll_choices_edit)
        self.poll_before_field_label.setBuddy(self.poll_before_edit)
        self.poll_after_field_label.setBuddy(self.poll_after_edit)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(TableNotesDialog)

        QMetaObject.connectSlotsByName(TableNotesDialog)
    # setupUi

    def retranslateUi(self, TableNotesDialog):
        TableNotesDialog.setWindowTitle(QCoreApplication.translate("TableNotesDialog", u"What the tables made", None))
        self.heading_label.setText(QCoreApplication.translate("TableNotesDialog", u"What the tables made", None))
        self.hint_label.setText(QCoreApplication.translate("TableNotesDialog", u"Notes, ideas, what helps, what is in the way, actions with their owners, dot votes, and shows of hands. All of it goes into the summary pack.", None))
#if QT_CONFIG(accessibility)
        self.tabs.setAccessibleName(QCoreApplication.translate("TableNotesDialog", u"Notes or polls", None))
#endif // QT_CONFIG(accessibility)
        self.kind_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&Kind", None))
        self.text_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&What was said", None))
        self.text_edit.setPlaceholderText(QCoreApplication.translate("TableNotesDialog", u"As the table wrote it", None))
        self.round_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&Round", None))
        self.round_spin.setSpecialValueText(QCoreApplication.translate("TableNotesDialog", u"None", None))
        self.table_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&Table", None))
        self.table_spin.setSpecialValueText(QCoreApplication.translate("TableNotesDialog", u"None", None))
        self.owner_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&Owner", None))
        self.owner_edit.setPlaceholderText(QCoreApplication.translate("TableNotesDialog", u"Who does it, if somebody said so", None))
        self.due_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&By when", None))
        self.due_edit.setPlaceholderText(QCoreApplication.translate("TableNotesDialog", u"31/01/2027", None))
        self.note_error_label.setText("")
        self.keep_button.setText(QCoreApplication.translate("TableNotesDialog", u"Kee&p", None))
#if QT_CONFIG(tooltip)
        self.keep_button.setToolTip(QCoreApplication.translate("TableNotesDialog", u"Keep (Ctrl+Enter)", None))
#endif // QT_CONFIG(tooltip)
        self.new_button.setText(QCoreApplication.translate("TableNotesDialog", u"&New", None))
#if QT_CONFIG(tooltip)
        self.new_button.setToolTip(QCoreApplication.translate("TableNotesDialog", u"Write another one", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.show_combo.setAccessibleName(QCoreApplication.translate("TableNotesDialog", u"Show", None))
#endif // QT_CONFIG(accessibility)
        self.dots_label.setText(QCoreApplication.translate("TableNotesDialog", u"&Dots", None))
#if QT_CONFIG(tooltip)
        self.dots_spin.setToolTip(QCoreApplication.translate("TableNotesDialog", u"How many dots people stuck to it", None))
#endif // QT_CONFIG(tooltip)
        self.remove_button.setText(QCoreApplication.translate("TableNotesDialog", u"Re&move", None))
#if QT_CONFIG(accessibility)
        self.notes_list.setAccessibleName(QCoreApplication.translate("TableNotesDialog", u"What tables produced", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.notes_tab), QCoreApplication.translate("TableNotesDialog", u"Notes and actions", None))
        self.poll_question_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&Question to the room", None))
        self.poll_choices_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"&Choices, one a line", None))
        self.poll_before_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"Hands &before", None))
        self.poll_before_edit.setPlaceholderText(QCoreApplication.translate("TableNotesDialog", u"12, 30", None))
        self.poll_after_field_label.setText(QCoreApplication.translate("TableNotesDialog", u"Hands &after", None))
        self.poll_after_edit.setPlaceholderText(QCoreApplication.translate("TableNotesDialog", u"31, 11", None))
        self.poll_error_label.setText("")
        self.poll_keep_button.setText(QCoreApplication.translate("TableNotesDialog", u"Kee&p", None))
#if QT_CONFIG(accessibility)
        self.polls_list.setAccessibleName(QCoreApplication.translate("TableNotesDialog", u"Polls", None))
#endif // QT_CONFIG(accessibility)
        self.tabs.setTabText(self.tabs.indexOf(self.polls_tab), QCoreApplication.translate("TableNotesDialog", u"Polls", None))
        self.undo_button.setText(QCoreApplication.translate("TableNotesDialog", u"&Undo", None))
        self.close_button.setText(QCoreApplication.translate("TableNotesDialog", u"C&lose", None))
    # retranslateUi

