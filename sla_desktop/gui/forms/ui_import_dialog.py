# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QStackedWidget, QTableView, QVBoxLayout,
    QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.work import WorkBox

class Ui_ImportDialog(object):
    def setupUi(self, ImportDialog):
        if not ImportDialog.objectName():
            ImportDialog.setObjectName(u"ImportDialog")
        ImportDialog.resize(1160, 620)
        self.layout_8 = QVBoxLayout(ImportDialog)
        self.layout_8.setSpacing(14)
        self.layout_8.setObjectName(u"layout_8")
        self.layout_8.setContentsMargins(26, 22, 26, 20)
        self.heading_label = QLabel(ImportDialog)
        self.heading_label.setObjectName(u"heading_label")
        self.heading_label.setProperty(u"look", u"title")

        self.layout_8.addWidget(self.heading_label)

        self.banner = Banner(ImportDialog)
        self.banner.setObjectName(u"banner")

        self.layout_8.addWidget(self.banner)

        self.stack = QStackedWidget(ImportDialog)
        self.stack.setObjectName(u"stack")
        self.choose_page = QWidget()
        self.choose_page.setObjectName(u"choose_page")
        self.layout_4 = QVBoxLayout(self.choose_page)
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.drop_frame = QFrame(self.choose_page)
        self.drop_frame.setObjectName(u"drop_frame")
        self.drop_frame.setProperty(u"light", u"idle")
        self.layout_3 = QVBoxLayout(self.drop_frame)
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(24, 24, 24, 24)
        self.spacer_9 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.spacer_9)

        self.layout_1 = QHBoxLayout()
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.spacer_10 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_10)

        self.drop_icon = QLabel(self.drop_frame)
        self.drop_icon.setObjectName(u"drop_icon")
        self.drop_icon.setProperty(u"icon_name", u"file-spreadsheet")
        self.drop_icon.setProperty(u"icon_colour", u"accent")
        self.drop_icon.setProperty(u"icon_size", 44)

        self.layout_1.addWidget(self.drop_icon)

        self.spacer_11 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.spacer_11)


        self.layout_3.addLayout(self.layout_1)

        self.drop_heading = QLabel(self.drop_frame)
        self.drop_heading.setObjectName(u"drop_heading")
        self.drop_heading.setProperty(u"look", u"heading")
        self.drop_heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drop_heading.setWordWrap(True)

        self.layout_3.addWidget(self.drop_heading)

        self.drop_text = QLabel(self.drop_frame)
        self.drop_text.setObjectName(u"drop_text")
        self.drop_text.setProperty(u"look", u"muted")
        self.drop_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.drop_text.setWordWrap(True)

        self.layout_3.addWidget(self.drop_text)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 8, 0, 0)
        self.spacer_12 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_12)

        self.choose_button = QPushButton(self.drop_frame)
        self.choose_button.setObjectName(u"choose_button")
        self.choose_button.setProperty(u"look", u"primary")

        self.layout_2.addWidget(self.choose_button)

        self.spacer_13 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.spacer_13)


        self.layout_3.addLayout(self.layout_2)

        self.spacer_14 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.spacer_14)


        self.layout_4.addWidget(self.drop_frame)

        self.stack.addWidget(self.choose_page)
        self.preview_page = QWidget()
        self.preview_page.setObjectName(u"preview_page")
        self.layout_6 = QVBoxLayout(self.preview_page)
        self.layout_6.setSpacing(12)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.summary_label = QLabel(self.preview_page)
        self.summary_label.setObjectName(u"summary_label")
        self.summary_label.setProperty(u"look", u"muted")
        self.summary_label.setWordWrap(True)
        self.summary_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_6.addWidget(self.summary_label)

        self.fates_box = QWidget(self.preview_page)
        self.fates_box.setObjectName(u"fates_box")
        self.fates_layout = QHBoxLayout(self.fates_box)
        self.fates_layout.setSpacing(8)
        self.fates_layout.setObjectName(u"fates_layout")
        self.fates_layout.setContentsMargins(0, 0, 0, 0)
        self.spacer_15 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.fates_layout.addItem(self.spacer_15)


        self.layout_6.addWidget(self.fates_box)

        self.table_card = QFrame(self.preview_page)
        self.table_card.setObjectName(u"table_card")
        self.table_card.setProperty(u"look", u"card")
        self.layout_5 = QVBoxLayout(self.table_card)
        self.layout_5.setSpacing(8)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(2, 2, 2, 2)
        self.rows_table = QTableView(self.table_card)
        self.rows_table.setObjectName(u"rows_table")

        self.layout_5.addWidget(self.rows_table)


        self.layout_6.addWidget(self.table_card)

        self.stack.addWidget(self.preview_page)

        self.layout_8.addWidget(self.stack)

        self.work_box = WorkBox(ImportDialog)
        self.work_box.setObjectName(u"work_box")

        self.layout_8.addWidget(self.work_box)

        self.layout_7 = QHBoxLayout()
        self.layout_7.setSpacing(10)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(0, 0, 0, 0)
        self.hint_label = QLabel(ImportDialog)
        self.hint_label.setObjectName(u"hint_label")
        self.hint_label.setProperty(u"look", u"small")
        self.hint_label.setWordWrap(True)

        self.layout_7.addWidget(self.hint_label)

        self.columns_button = QPushButton(ImportDialog)
        self.columns_button.setObjectName(u"columns_button")
        self.columns_button.setAutoDefault(False)

        self.layout_7.addWidget(self.columns_button)

        self.cancel_button = QPushButton(ImportDialog)
        self.cancel_button.setObjectName(u"cancel_button")
        self.cancel_button.setAutoDefault(False)

        self.layout_7.addWidget(self.cancel_button)

        self.import_button = QPushButton(ImportDialog)
        self.import_button.setObjectName(u"import_button")
        self.import_button.setProperty(u"look", u"primary")
        self.import_button.setEnabled(False)

        self.layout_7.addWidget(self.import_button)

        self.layout_7.setStretch(0, 1)

        self.layout_8.addLayout(self.layout_7)

        self.layout_8.setStretch(2, 1)

        self.retranslateUi(ImportDialog)

        self.import_button.setDefault(True)


        QMetaObject.connectSlotsByName(ImportDialog)
    # setupUi

    def retranslateUi(self, ImportDialog):
        ImportDialog.setWindowTitle(QCoreApplication.translate("ImportDialog", u"Import registrations", None))
        self.heading_label.setText(QCoreApplication.translate("ImportDialog", u"Import registrations", None))
        self.drop_icon.setText("")
        self.drop_heading.setText(QCoreApplication.translate("ImportDialog", u"Drop the registration list here", None))
        self.drop_text.setText(QCoreApplication.translate("ImportDialog", u"Excel, CSV or text, just as it was exported. Nothing is saved until you have seen every row.", None))
        self.choose_button.setText(QCoreApplication.translate("ImportDialog", u"&Choose a file\u2026", None))
        self.summary_label.setText("")
#if QT_CONFIG(accessibility)
        self.rows_table.setAccessibleName(QCoreApplication.translate("ImportDialog", u"What will happen to each row", None))
#endif // QT_CONFIG(accessibility)
        self.hint_label.setText("")
        self.columns_button.setText(QCoreApplication.translate("ImportDialog", u"&Which column is which\u2026", None))
        self.cancel_button.setText(QCoreApplication.translate("ImportDialog", u"Cancel", None))
        self.import_button.setText(QCoreApplication.translate("ImportDialog", u"&Import", None))
    # retranslateUi

