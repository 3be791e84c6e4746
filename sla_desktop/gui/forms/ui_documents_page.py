# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'documents_page.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QSpinBox,
    QVBoxLayout, QWidget)

from sla_desktop.gui.shared.banner import Banner
from sla_desktop.gui.shared.work import WorkBox

class Ui_DocumentsPage(object):
    def setupUi(self, DocumentsPage):
        if not DocumentsPage.objectName():
            DocumentsPage.setObjectName(u"DocumentsPage")
        DocumentsPage.resize(1040, 640)
        self.layout_33 = QVBoxLayout(DocumentsPage)
        self.layout_33.setSpacing(14)
        self.layout_33.setObjectName(u"layout_33")
        self.layout_33.setContentsMargins(28, 22, 28, 0)
        self.layout_5 = QHBoxLayout()
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(2)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.title_label = QLabel(DocumentsPage)
        self.title_label.setObjectName(u"title_label")
        self.title_label.setProperty(u"look", u"title")

        self.layout_4.addWidget(self.title_label)

        self.subtitle_label = QLabel(DocumentsPage)
        self.subtitle_label.setObjectName(u"subtitle_label")
        self.subtitle_label.setProperty(u"look", u"muted")
        self.subtitle_label.setWordWrap(True)

        self.layout_4.addWidget(self.subtitle_label)


        self.layout_5.addLayout(self.layout_4)

        self.folder_label = QLabel(DocumentsPage)
        self.folder_label.setObjectName(u"folder_label")
        self.folder_label.setProperty(u"look", u"muted")
        self.folder_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.folder_label)

        self.folder_button = QPushButton(DocumentsPage)
        self.folder_button.setObjectName(u"folder_button")
        self.folder_button.setProperty(u"icon_name", u"folder")

        self.layout_5.addWidget(self.folder_button)

        self.layout_5.setStretch(0, 1)

        self.layout_33.addLayout(self.layout_5)

        self.banner = Banner(DocumentsPage)
        self.banner.setObjectName(u"banner")

        self.layout_33.addWidget(self.banner)

        self.work_box = WorkBox(DocumentsPage)
        self.work_box.setObjectName(u"work_box")

        self.layout_33.addWidget(self.work_box)

        self.done_card = QFrame(DocumentsPage)
        self.done_card.setObjectName(u"done_card")
        self.done_card.setProperty(u"look", u"card")
        self.done_layout = QHBoxLayout(self.done_card)
        self.done_layout.setSpacing(10)
        self.done_layout.setObjectName(u"done_layout")
        self.done_layout.setContentsMargins(14, 10, 14, 10)
        self.done_icon = QLabel(self.done_card)
        self.done_icon.setObjectName(u"done_icon")
        self.done_icon.setProperty(u"icon_name", u"circle-check")
        self.done_icon.setProperty(u"icon_colour", u"good")
        self.done_icon.setProperty(u"icon_size", 22)

        self.done_layout.addWidget(self.done_icon)

        self.done_label = QLabel(self.done_card)
        self.done_label.setObjectName(u"done_label")
        self.done_label.setWordWrap(True)
        self.done_label.setTextFormat(Qt.TextFormat.PlainText)

        self.done_layout.addWidget(self.done_label)

        self.look_button = QPushButton(self.done_card)
        self.look_button.setObjectName(u"look_button")
        self.look_button.setProperty(u"icon_name", u"printer")

        self.done_layout.addWidget(self.look_button)

        self.open_button = QPushButton(self.done_card)
        self.open_button.setObjectName(u"open_button")
        self.open_button.setProperty(u"look", u"primary")
        self.open_button.setProperty(u"icon_name", u"external-link")

        self.done_layout.addWidget(self.open_button)

        self.show_button = QPushButton(self.done_card)
        self.show_button.setObjectName(u"show_button")
        self.show_button.setProperty(u"icon_name", u"folder")

        self.done_layout.addWidget(self.show_button)

        self.done_layout.setStretch(1, 1)

        self.layout_33.addWidget(self.done_card)

        self.cards_scroll = QScrollArea(DocumentsPage)
        self.cards_scroll.setObjectName(u"cards_scroll")
        self.cards_scroll.setWidgetResizable(True)
        self.cards_scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.cards_scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.cards_scroll_body = QWidget()
        self.cards_scroll_body.setObjectName(u"cards_scroll_body")
        self.cards_scroll_body.setGeometry(QRect(0, 0, 800, 560))
        self.cards_scroll_body.setProperty(u"look", u"clear")
        self.layout_32 = QVBoxLayout(self.cards_scroll_body)
        self.layout_32.setSpacing(8)
        self.layout_32.setObjectName(u"layout_32")
        self.layout_32.setContentsMargins(0, 0, 0, 0)
        self.cards_grid = QGridLayout()
        self.cards_grid.setObjectName(u"cards_grid")
        self.cards_grid.setHorizontalSpacing(16)
        self.cards_grid.setVerticalSpacing(16)
        self.cards_grid.setContentsMargins(0, 0, 0, 0)
        self.certificates_card = QFrame(self.cards_scroll_body)
        self.certificates_card.setObjectName(u"certificates_card")
        self.certificates_card.setProperty(u"look", u"card")
        self.layout_11 = QVBoxLayout(self.certificates_card)
        self.layout_11.setSpacing(8)
        self.layout_11.setObjectName(u"layout_11")
        self.layout_11.setContentsMargins(18, 18, 18, 18)
        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(10)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.label_8 = QLabel(self.certificates_card)
        self.label_8.setObjectName(u"label_8")
        self.label_8.setProperty(u"icon_name", u"certificate")
        self.label_8.setProperty(u"icon_colour", u"accent")
        self.label_8.setProperty(u"icon_size", 26)

        self.layout_9.addWidget(self.label_8)

        self.certificates_heading = QLabel(self.certificates_card)
        self.certificates_heading.setObjectName(u"certificates_heading")
        self.certificates_heading.setProperty(u"look", u"heading")

        self.layout_9.addWidget(self.certificates_heading)

        self.spacer_34 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.spacer_34)

        self.check_button = QPushButton(self.certificates_card)
        self.check_button.setObjectName(u"check_button")
        self.check_button.setProperty(u"look", u"quiet")

        self.layout_9.addWidget(self.check_button)


        self.layout_11.addLayout(self.layout_9)

        self.certificates_text = QLabel(self.certificates_card)
        self.certificates_text.setObjectName(u"certificates_text")
        self.certificates_text.setProperty(u"look", u"muted")
        self.certificates_text.setWordWrap(True)

        self.layout_11.addWidget(self.certificates_text)

        self.spacer_35 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_11.addItem(self.spacer_35)

        self.layout_10 = QHBoxLayout()
        self.layout_10.setSpacing(8)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(0, 0, 0, 0)
        self.certificates_button = QPushButton(self.certificates_card)
        self.certificates_button.setObjectName(u"certificates_button")

        self.layout_10.addWidget(self.certificates_button)

        self.award_button = QPushButton(self.certificates_card)
        self.award_button.setObjectName(u"award_button")

        self.layout_10.addWidget(self.award_button)

        self.spacer_36 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_10.addItem(self.spacer_36)


        self.layout_11.addLayout(self.layout_10)


        self.cards_grid.addWidget(self.certificates_card, 0, 0, 1, 1)

        self.badges_card = QFrame(self.cards_scroll_body)
        self.badges_card.setObjectName(u"badges_card")
        self.badges_card.setProperty(u"look", u"card")
        self.layout_15 = QVBoxLayout(self.badges_card)
        self.layout_15.setSpacing(8)
        self.layout_15.setObjectName(u"layout_15")
        self.layout_15.setContentsMargins(18, 18, 18, 18)
        self.layout_13 = QHBoxLayout()
        self.layout_13.setSpacing(10)
        self.layout_13.setObjectName(u"layout_13")
        self.layout_13.setContentsMargins(0, 0, 0, 0)
        self.label_12 = QLabel(self.badges_card)
        self.label_12.setObjectName(u"label_12")
        self.label_12.setProperty(u"icon_name", u"id-badge-2")
        self.label_12.setProperty(u"icon_colour", u"accent")
        self.label_12.setProperty(u"icon_size", 26)

        self.layout_13.addWidget(self.label_12)

        self.badges_heading = QLabel(self.badges_card)
        self.badges_heading.setObjectName(u"badges_heading")
        self.badges_heading.setProperty(u"look", u"heading")

        self.layout_13.addWidget(self.badges_heading)

        self.spacer_37 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_13.addItem(self.spacer_37)


        self.layout_15.addLayout(self.layout_13)

        self.badges_text = QLabel(self.badges_card)
        self.badges_text.setObjectName(u"badges_text")
        self.badges_text.setProperty(u"look", u"muted")
        self.badges_text.setWordWrap(True)

        self.layout_15.addWidget(self.badges_text)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(5)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.stock_label = QLabel(self.badges_card)
        self.stock_label.setObjectName(u"stock_label")
        self.stock_label.setProperty(u"look", u"field")

        self.layout_1.addWidget(self.stock_label)

        self.stock_combo = QComboBox(self.badges_card)
        self.stock_combo.setObjectName(u"stock_combo")
        self.stock_combo.setMinimumContentsLength(8)
        self.stock_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.layout_1.addWidget(self.stock_combo)


        self.layout_3.addLayout(self.layout_1)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(5)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.start_label = QLabel(self.badges_card)
        self.start_label.setObjectName(u"start_label")
        self.start_label.setProperty(u"look", u"field")

        self.layout_2.addWidget(self.start_label)

        self.start_spin = QSpinBox(self.badges_card)
        self.start_spin.setObjectName(u"start_spin")
        self.start_spin.setMinimum(1)
        self.start_spin.setMaximum(65)

        self.layout_2.addWidget(self.start_spin)


        self.layout_3.addLayout(self.layout_2)

        self.layout_3.setStretch(0, 3)
        self.layout_3.setStretch(1, 2)

        self.layout_15.addLayout(self.layout_3)

        self.large_check = QCheckBox(self.badges_card)
        self.large_check.setObjectName(u"large_check")

        self.layout_15.addWidget(self.large_check)

        self.layout_printer = QHBoxLayout()
        self.layout_printer.setSpacing(8)
        self.layout_printer.setObjectName(u"layout_printer")
        self.rounds_check = QCheckBox(self.badges_card)
        self.rounds_check.setObjectName(u"rounds_check")

        self.layout_printer.addWidget(self.rounds_check)

        self.spacer_printer = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_printer.addItem(self.spacer_printer)

        self.printer_button = QPushButton(self.badges_card)
        self.printer_button.setObjectName(u"printer_button")

        self.layout_printer.addWidget(self.printer_button)


        self.layout_15.addLayout(self.layout_printer)

        self.spacer_38 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_15.addItem(self.spacer_38)

        self.layout_14 = QHBoxLayout()
        self.layout_14.setSpacing(8)
        self.layout_14.setObjectName(u"layout_14")
        self.layout_14.setContentsMargins(0, 0, 0, 0)
        self.badges_button = QPushButton(self.badges_card)
        self.badges_button.setObjectName(u"badges_button")

        self.layout_14.addWidget(self.badges_button)

        self.test_sheet_button = QPushButton(self.badges_card)
        self.test_sheet_button.setObjectName(u"test_sheet_button")

        self.layout_14.addWidget(self.test_sheet_button)

        self.spacer_39 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_14.addItem(self.spacer_39)


        self.layout_15.addLayout(self.layout_14)


        self.cards_grid.addWidget(self.badges_card, 0, 1, 1, 1)

        self.sign_in_card = QFrame(self.cards_scroll_body)
        self.sign_in_card.setObjectName(u"sign_in_card")
        self.sign_in_card.setProperty(u"look", u"card")
        self.layout_19 = QVBoxLayout(self.sign_in_card)
        self.layout_19.setSpacing(8)
        self.layout_19.setObjectName(u"layout_19")
        self.layout_19.setContentsMargins(18, 18, 18, 18)
        self.layout_17 = QHBoxLayout()
        self.layout_17.setSpacing(10)
        self.layout_17.setObjectName(u"layout_17")
        self.layout_17.setContentsMargins(0, 0, 0, 0)
        self.label_16 = QLabel(self.sign_in_card)
        self.label_16.setObjectName(u"label_16")
        self.label_16.setProperty(u"icon_name", u"writing-sign")
        self.label_16.setProperty(u"icon_colour", u"accent")
        self.label_16.setProperty(u"icon_size", 26)

        self.layout_17.addWidget(self.label_16)

        self.sign_in_heading = QLabel(self.sign_in_card)
        self.sign_in_heading.setObjectName(u"sign_in_heading")
        self.sign_in_heading.setProperty(u"look", u"heading")

        self.layout_17.addWidget(self.sign_in_heading)

        self.spacer_40 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_17.addItem(self.spacer_40)


        self.layout_19.addLayout(self.layout_17)

        self.sign_in_text = QLabel(self.sign_in_card)
        self.sign_in_text.setObjectName(u"sign_in_text")
        self.sign_in_text.setProperty(u"look", u"muted")
        self.sign_in_text.setWordWrap(True)

        self.layout_19.addWidget(self.sign_in_text)

        self.spacer_41 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_19.addItem(self.spacer_41)

        self.layout_18 = QHBoxLayout()
        self.layout_18.setSpacing(8)
        self.layout_18.setObjectName(u"layout_18")
        self.layout_18.setContentsMargins(0, 0, 0, 0)
        self.sign_in_button = QPushButton(self.sign_in_card)
        self.sign_in_button.setObjectName(u"sign_in_button")

        self.layout_18.addWidget(self.sign_in_button)

        self.spacer_42 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_18.addItem(self.spacer_42)


        self.layout_19.addLayout(self.layout_18)


        self.cards_grid.addWidget(self.sign_in_card, 0, 2, 1, 1)

        self.tables_card = QFrame(self.cards_scroll_body)
        self.tables_card.setObjectName(u"tables_card")
        self.tables_card.setProperty(u"look", u"card")
        self.layout_23 = QVBoxLayout(self.tables_card)
        self.layout_23.setSpacing(8)
        self.layout_23.setObjectName(u"layout_23")
        self.layout_23.setContentsMargins(18, 18, 18, 18)
        self.layout_21 = QHBoxLayout()
        self.layout_21.setSpacing(10)
        self.layout_21.setObjectName(u"layout_21")
        self.layout_21.setContentsMargins(0, 0, 0, 0)
        self.label_20 = QLabel(self.tables_card)
        self.label_20.setObjectName(u"label_20")
        self.label_20.setProperty(u"icon_name", u"layout-grid")
        self.label_20.setProperty(u"icon_colour", u"accent")
        self.label_20.setProperty(u"icon_size", 26)

        self.layout_21.addWidget(self.label_20)

        self.tables_heading = QLabel(self.tables_card)
        self.tables_heading.setObjectName(u"tables_heading")
        self.tables_heading.setProperty(u"look", u"heading")

        self.layout_21.addWidget(self.tables_heading)

        self.spacer_43 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_21.addItem(self.spacer_43)


        self.layout_23.addLayout(self.layout_21)

        self.tables_text = QLabel(self.tables_card)
        self.tables_text.setObjectName(u"tables_text")
        self.tables_text.setProperty(u"look", u"muted")
        self.tables_text.setWordWrap(True)

        self.layout_23.addWidget(self.tables_text)

        self.spacer_44 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_23.addItem(self.spacer_44)

        self.layout_22 = QHBoxLayout()
        self.layout_22.setSpacing(8)
        self.layout_22.setObjectName(u"layout_22")
        self.layout_22.setContentsMargins(0, 0, 0, 0)
        self.tables_button = QPushButton(self.tables_card)
        self.tables_button.setObjectName(u"tables_button")

        self.layout_22.addWidget(self.tables_button)

        self.spacer_45 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_22.addItem(self.spacer_45)


        self.layout_23.addLayout(self.layout_22)


        self.cards_grid.addWidget(self.tables_card, 1, 0, 1, 1)

        self.pack_card = QFrame(self.cards_scroll_body)
        self.pack_card.setObjectName(u"pack_card")
        self.pack_card.setProperty(u"look", u"card")
        self.layout_27 = QVBoxLayout(self.pack_card)
        self.layout_27.setSpacing(8)
        self.layout_27.setObjectName(u"layout_27")
        self.layout_27.setContentsMargins(18, 18, 18, 18)
        self.layout_25 = QHBoxLayout()
        self.layout_25.setSpacing(10)
        self.layout_25.setObjectName(u"layout_25")
        self.layout_25.setContentsMargins(0, 0, 0, 0)
        self.label_24 = QLabel(self.pack_card)
        self.label_24.setObjectName(u"label_24")
        self.label_24.setProperty(u"icon_name", u"report-analytics")
        self.label_24.setProperty(u"icon_colour", u"accent")
        self.label_24.setProperty(u"icon_size", 26)

        self.layout_25.addWidget(self.label_24)

        self.pack_heading = QLabel(self.pack_card)
        self.pack_heading.setObjectName(u"pack_heading")
        self.pack_heading.setProperty(u"look", u"heading")

        self.layout_25.addWidget(self.pack_heading)

        self.spacer_46 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_25.addItem(self.spacer_46)


        self.layout_27.addLayout(self.layout_25)

        self.pack_text = QLabel(self.pack_card)
        self.pack_text.setObjectName(u"pack_text")
        self.pack_text.setProperty(u"look", u"muted")
        self.pack_text.setWordWrap(True)

        self.layout_27.addWidget(self.pack_text)

        self.spacer_47 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_27.addItem(self.spacer_47)

        self.layout_26 = QHBoxLayout()
        self.layout_26.setSpacing(8)
        self.layout_26.setObjectName(u"layout_26")
        self.layout_26.setContentsMargins(0, 0, 0, 0)
        self.pack_button = QPushButton(self.pack_card)
        self.pack_button.setObjectName(u"pack_button")

        self.layout_26.addWidget(self.pack_button)

        self.system_button = QPushButton(self.pack_card)
        self.system_button.setObjectName(u"system_button")

        self.layout_26.addWidget(self.system_button)

        self.spacer_48 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_26.addItem(self.spacer_48)


        self.layout_27.addLayout(self.layout_26)


        self.cards_grid.addWidget(self.pack_card, 1, 1, 1, 1)

        self.spreadsheet_card = QFrame(self.cards_scroll_body)
        self.spreadsheet_card.setObjectName(u"spreadsheet_card")
        self.spreadsheet_card.setProperty(u"look", u"card")
        self.layout_31 = QVBoxLayout(self.spreadsheet_card)
        self.layout_31.setSpacing(8)
        self.layout_31.setObjectName(u"layout_31")
        self.layout_31.setContentsMargins(18, 18, 18, 18)
        self.layout_29 = QHBoxLayout()
        self.layout_29.setSpacing(10)
        self.layout_29.setObjectName(u"layout_29")
        self.layout_29.setContentsMargins(0, 0, 0, 0)
        self.label_28 = QLabel(self.spreadsheet_card)
        self.label_28.setObjectName(u"label_28")
        self.label_28.setProperty(u"icon_name", u"file-spreadsheet")
        self.label_28.setProperty(u"icon_colour", u"accent")
        self.label_28.setProperty(u"icon_size", 26)

        self.layout_29.addWidget(self.label_28)

        self.spreadsheet_heading = QLabel(self.spreadsheet_card)
        self.spreadsheet_heading.setObjectName(u"spreadsheet_heading")
        self.spreadsheet_heading.setProperty(u"look", u"heading")

        self.layout_29.addWidget(self.spreadsheet_heading)

        self.spacer_49 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_29.addItem(self.spacer_49)


        self.layout_31.addLayout(self.layout_29)

        self.spreadsheet_text = QLabel(self.spreadsheet_card)
        self.spreadsheet_text.setObjectName(u"spreadsheet_text")
        self.spreadsheet_text.setProperty(u"look", u"muted")
        self.spreadsheet_text.setWordWrap(True)

        self.layout_31.addWidget(self.spreadsheet_text)

        self.spacer_50 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_31.addItem(self.spacer_50)

        self.layout_30 = QHBoxLayout()
        self.layout_30.setSpacing(8)
        self.layout_30.setObjectName(u"layout_30")
        self.layout_30.setContentsMargins(0, 0, 0, 0)
        self.spreadsheet_button = QPushButton(self.spreadsheet_card)
        self.spreadsheet_button.setObjectName(u"spreadsheet_button")

        self.layout_30.addWidget(self.spreadsheet_button)

        self.spacer_51 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_30.addItem(self.spacer_51)


        self.layout_31.addLayout(self.layout_30)


        self.cards_grid.addWidget(self.spreadsheet_card, 1, 2, 1, 1)

        self.handouts_card = QFrame(self.cards_scroll_body)
        self.handouts_card.setObjectName(u"handouts_card")
        self.handouts_card.setProperty(u"look", u"card")
        self.layout_h19 = QVBoxLayout(self.handouts_card)
        self.layout_h19.setSpacing(8)
        self.layout_h19.setObjectName(u"layout_h19")
        self.layout_h19.setContentsMargins(18, 18, 18, 18)
        self.layout_h17 = QHBoxLayout()
        self.layout_h17.setSpacing(10)
        self.layout_h17.setObjectName(u"layout_h17")
        self.layout_h17.setContentsMargins(0, 0, 0, 0)
        self.label_h16 = QLabel(self.handouts_card)
        self.label_h16.setObjectName(u"label_h16")
        self.label_h16.setProperty(u"icon_name", u"file-text")
        self.label_h16.setProperty(u"icon_colour", u"accent")
        self.label_h16.setProperty(u"icon_size", 26)

        self.layout_h17.addWidget(self.label_h16)

        self.handouts_heading = QLabel(self.handouts_card)
        self.handouts_heading.setObjectName(u"handouts_heading")
        self.handouts_heading.setProperty(u"look", u"heading")

        self.layout_h17.addWidget(self.handouts_heading)

        self.spacer_h40 = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_h17.addItem(self.spacer_h40)


        self.layout_h19.addLayout(self.layout_h17)

        self.handouts_text = QLabel(self.handouts_card)
        self.handouts_text.setObjectName(u"handouts_text")
        self.handouts_text.setProperty(u"look", u"muted")
        self.handouts_text.setWordWrap(True)

        self.layout_h19.addWidget(self.handouts_text)

        self.spacer_h41 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_h19.addItem(self.spacer_h41)

        self.layout_h18 = QHBoxLayout()
        self.layout_h18.setSpacing(8)
        self.layout_h18.setObjectName(u"layout_h18")
        self.layout_h18.setContentsMargins(0, 0, 0, 0)
        self.handouts_combo = QComboBox(self.handouts_card)
        self.handouts_combo.setObjectName(u"handouts_combo")
        self.handouts_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.handouts_combo.setMinimumContentsLength(6)

        self.layout_h18.addWidget(self.handouts_combo)

        self.handouts_button = QPushButton(self.handouts_card)
        self.handouts_button.setObjectName(u"handouts_button")

        self.layout_h18.addWidget(self.handouts_button)

        self.layout_h18.setStretch(0, 1)

        self.layout_h19.addLayout(self.layout_h18)


        self.cards_grid.addWidget(self.handouts_card, 2, 0, 1, 1)

        self.cards_grid.setColumnStretch(0, 1)
        self.cards_grid.setColumnStretch(1, 1)
        self.cards_grid.setColumnStretch(2, 1)

        self.layout_32.addLayout(self.cards_grid)

        self.spacer_52 = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_32.addItem(self.spacer_52)

        self.cards_scroll.setWidget(self.cards_scroll_body)

        self.layout_33.addWidget(self.cards_scroll)

        self.layout_33.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.stock_label.setBuddy(self.stock_combo)
        self.start_label.setBuddy(self.start_spin)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(DocumentsPage)

        QMetaObject.connectSlotsByName(DocumentsPage)
    # setupUi

    def retranslateUi(self, DocumentsPage):
        self.title_label.setText(QCoreApplication.translate("DocumentsPage", u"Documents", None))
        self.subtitle_label.setText(QCoreApplication.translate("DocumentsPage", u"Everything to print or send", None))
        self.folder_label.setText("")
        self.folder_button.setText(QCoreApplication.translate("DocumentsPage", u"&Change folder\u2026", None))
        self.done_icon.setText("")
        self.done_label.setText("")
        self.look_button.setText(QCoreApplication.translate("DocumentsPage", u"Preview and &print\u2026", None))
        self.open_button.setText(QCoreApplication.translate("DocumentsPage", u"&Open", None))
        self.show_button.setText(QCoreApplication.translate("DocumentsPage", u"Show in &folder", None))
        self.label_8.setText("")
        self.certificates_heading.setText(QCoreApplication.translate("DocumentsPage", u"Certificates", None))
        self.check_button.setText(QCoreApplication.translate("DocumentsPage", u"Check one\u2026", None))
        self.certificates_text.setText(QCoreApplication.translate("DocumentsPage", u"For everyone who was really there, with their certified hours.", None))
        self.certificates_button.setText(QCoreApplication.translate("DocumentsPage", u"Make certificates", None))
        self.award_button.setText(QCoreApplication.translate("DocumentsPage", u"R&ules and look\u2026", None))
        self.label_12.setText("")
        self.badges_heading.setText(QCoreApplication.translate("DocumentsPage", u"Badges", None))
        self.badges_text.setText(QCoreApplication.translate("DocumentsPage", u"Name badges with a ticket code to scan at the door.", None))
        self.stock_label.setText(QCoreApplication.translate("DocumentsPage", u"&Labels", None))
        self.start_label.setText(QCoreApplication.translate("DocumentsPage", u"Start &at label", None))
        self.large_check.setText(QCoreApplication.translate("DocumentsPage", u"Large print", None))
        self.rounds_check.setText(QCoreApplication.translate("DocumentsPage", u"&Rounds on the back", None))
        self.printer_button.setText(QCoreApplication.translate("DocumentsPage", u"Printer\u2026", None))
#if QT_CONFIG(accessibility)
        self.printer_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Put the printer right", None))
#endif // QT_CONFIG(accessibility)
        self.badges_button.setText(QCoreApplication.translate("DocumentsPage", u"Make badges", None))
        self.test_sheet_button.setText(QCoreApplication.translate("DocumentsPage", u"&Test sheet\u2026", None))
        self.label_16.setText("")
        self.sign_in_heading.setText(QCoreApplication.translate("DocumentsPage", u"Sign-in sheet", None))
        self.sign_in_text.setText(QCoreApplication.translate("DocumentsPage", u"A paper list for the desk, in case the laptops fail.", None))
        self.sign_in_button.setText(QCoreApplication.translate("DocumentsPage", u"Make sign-in sheet", None))
        self.label_20.setText("")
        self.tables_heading.setText(QCoreApplication.translate("DocumentsPage", u"Table lists", None))
        self.tables_text.setText(QCoreApplication.translate("DocumentsPage", u"Who sits where in each round, and everybody by name.", None))
        self.tables_button.setText(QCoreApplication.translate("DocumentsPage", u"Make table lists", None))
        self.label_24.setText("")
        self.pack_heading.setText(QCoreApplication.translate("DocumentsPage", u"Summary pack", None))
        self.pack_text.setText(QCoreApplication.translate("DocumentsPage", u"Attendance, breakouts and feedback on a few pages.", None))
        self.pack_button.setText(QCoreApplication.translate("DocumentsPage", u"Make summary pack", None))
        self.system_button.setText(QCoreApplication.translate("DocumentsPage", u"System\u2026", None))
#if QT_CONFIG(accessibility)
        self.system_button.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"How the whole system is made up", None))
#endif // QT_CONFIG(accessibility)
        self.label_28.setText("")
        self.spreadsheet_heading.setText(QCoreApplication.translate("DocumentsPage", u"Spreadsheet", None))
        self.spreadsheet_text.setText(QCoreApplication.translate("DocumentsPage", u"The register as a workbook: who is registered, and who is here.", None))
        self.spreadsheet_button.setText(QCoreApplication.translate("DocumentsPage", u"Make spreadsheet", None))
        self.label_h16.setText("")
        self.handouts_heading.setText(QCoreApplication.translate("DocumentsPage", u"Handouts", None))
        self.handouts_text.setText(QCoreApplication.translate("DocumentsPage", u"For the day, and the summary pack in other forms: choose one.", None))
#if QT_CONFIG(accessibility)
        self.handouts_combo.setAccessibleName(QCoreApplication.translate("DocumentsPage", u"Which handout", None))
#endif // QT_CONFIG(accessibility)
        self.handouts_button.setText(QCoreApplication.translate("DocumentsPage", u"Make handout", None))
        pass
    # retranslateUi

