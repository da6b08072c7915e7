// Every error a caller may meet: one table of codes, each saying in Vietnamese and in English what to do.

/** What the table says of one code; `{name}` in a message is filled from the parameters. */
interface ErrorEntry {
  /** The HTTP status it is answered with. */
  readonly status: number
  readonly vi: string
  readonly en: string
}

const ERRORS = {
  CONFIG_INVALID: {
    status: 500,
    vi: 'Cấu hình có lỗi. Hãy sửa các biến môi trường (hoặc tệp .env) sau rồi chạy lại:\n{faults}',
    en: 'The configuration is at fault. Correct the environment variables (or .env file) listed above and start again.',
  },
  PORT_IN_USE: {
    status: 500,
    vi: 'Cổng {port} trên {host} đang được chương trình khác sử dụng. Hãy dừng chương trình đó, hoặc đặt PORT thành một cổng khác.',
    en: 'Port {port} on {host} is taken by another program. Stop that program, or set PORT to another port.',
  },
  JAVA_MISSING: {
    status: 500,
    vi: 'Neo4j cục bộ cần Java 17 trở lên ({found}). Hãy cài Java (ví dụ: apt install openjdk-17-jre-headless), {instead}hoặc đặt NEO4J_URI trỏ tới một Neo4j 5 có sẵn.',
    en: 'The local Neo4j needs Java 17 or newer ({found_en}). Install Java (for example: apt install openjdk-17-jre-headless), {instead_en}or set NEO4J_URI to a Neo4j 5 you have.',
  },
  MAVEN_MISSING: {
    status: 500,
    vi: 'Chưa có chương trình Neo4j trong {folder}, và không tìm thấy Maven (mvn) để tải về. Hãy cài Maven (ví dụ: apt install maven), {instead}hoặc đặt NEO4J_URI trỏ tới một Neo4j 5 có sẵn.',
    en: 'The Neo4j program is not in {folder} yet, and Maven (mvn), which fetches it, was not found. Install Maven (for example: apt install maven), {instead_en}or set NEO4J_URI to a Neo4j 5 you have.',
  },
  NEO4J_NONE_AVAILABLE: {
    status: 500,
    vi: 'Không có Neo4j nào để dùng. Chọn một trong ba cách:\n  1. đặt NEO4J_URI, NEO4J_USERNAME và NEO4J_PASSWORD trỏ tới một Neo4j 5 có sẵn;\n  2. cài Java 17 trở lên và Maven (ví dụ: apt install openjdk-17-jre-headless maven) rồi chạy lại: Căn Cứ tự tải và chạy Neo4j cục bộ;\n  3. cài Docker rồi chạy: docker compose up.',
    en: 'There is no Neo4j to use. Take one of three ways:\n  1. set NEO4J_URI, NEO4J_USERNAME and NEO4J_PASSWORD to a Neo4j 5 you have;\n  2. install Java 17 or newer and Maven (for example: apt install openjdk-17-jre-headless maven) and start again: Căn Cứ fetches and runs a local Neo4j;\n  3. install Docker and run: docker compose up.',
  },
  NEO4J_DOWNLOAD_FAILED: {
    status: 500,
    vi: 'Không tải được Neo4j bằng Maven. Hãy kiểm tra kết nối mạng (và máy chủ proxy hoặc kho riêng trong ~/.m2/settings.xml) rồi chạy lại.\nMaven báo: {reason}',
    en: 'Maven could not fetch Neo4j. Check the network (and any proxy or mirror in ~/.m2/settings.xml), then start again. Maven said the above.',
  },
  NEO4J_START_FAILED: {
    status: 500,
    vi: 'Neo4j cục bộ không khởi động được: {reason}. Xem nhật ký {log}; những dòng cuối:\n{tail}',
    en: 'The local Neo4j did not start: {reason_en}. See the log {log}; its last lines are above.',
  },
  NEO4J_UNREACHABLE: {
    status: 503,
    vi: 'Không kết nối được tới Neo4j tại {uri} ({reason}). Hãy kiểm tra NEO4J_URI và xem máy chủ đó đã chạy chưa.',
    en: 'Neo4j cannot be reached at {uri} ({reason}). Check NEO4J_URI, and that the server is running.',
  },
  NEO4J_WRONG_PASSWORD: {
    status: 503,
    vi: 'Neo4j tại {uri} không chấp nhận tên người dùng "{username}" với mật khẩu đã cho. Hãy sửa {where}.',
    en: 'Neo4j at {uri} does not accept the user name "{username}" with the given password. Correct {where_en}.',
  },
  NEO4J_DATABASE_NOT_FOUND: {
    status: 503,
    vi: 'Neo4j tại {uri} không có cơ sở dữ liệu "{database}". Hãy sửa NEO4J_DATABASE, hoặc bỏ trống để dùng cơ sở dữ liệu mặc định.',
    en: 'Neo4j at {uri} has no database "{database}". Correct NEO4J_DATABASE, or leave it empty for the default database.',
  },
  NEO4J_HOME_LOCKED: {
    status: 500,
    vi: 'Thư mục {folder} đang do một tiến trình khác giữ (pid {pid}) mà không kết nối được. Hãy chờ tiến trình đó xong hoặc dừng nó, hoặc đặt CANCU_HOME tới một thư mục khác.',
    en: 'The folder {folder} is held by another process (pid {pid}) that cannot be joined. Wait for it to end or stop it, or set CANCU_HOME to another folder.',
  },
  HOME_UNWRITABLE: {
    status: 500,
    vi: 'Không ghi được vào thư mục {folder} ({reason}). Hãy cấp quyền ghi, hoặc đặt CANCU_HOME tới một thư mục khác.',
    en: 'The folder {folder} cannot be written to ({reason}). Grant the permission, or set CANCU_HOME to another folder.',
  },
  NEO4J_GONE: {
    status: 503,
    vi: 'Cơ sở dữ liệu Neo4j tạm thời không trả lời. Hãy thử lại sau ít phút; nếu vẫn lỗi, hãy khởi động lại Neo4j.',
    en: 'The Neo4j database does not answer at the moment. Try again shortly; if it persists, restart Neo4j.',
  },
  QUERY_TIMEOUT: {
    status: 503,
    vi: 'Câu hỏi mất quá nhiều thời gian nên đã bị dừng. Hãy hỏi hẹp hơn (ít bước hơn, ít quan hệ hơn).',
    en: 'The question took too long and was cut off. Ask for less (fewer steps, fewer relations).',
  },
  MIGRATION_NEWER: {
    status: 500,
    vi: 'Cơ sở dữ liệu này do một phiên bản Căn Cứ mới hơn tạo ra (cấu trúc {present}, chương trình này biết đến {newest}). Hãy cập nhật Căn Cứ.',
    en: 'This database was written by a newer Căn Cứ (structure {present}; this program knows {newest}). Update Căn Cứ.',
  },
  INSTRUMENT_NOT_FOUND: {
    status: 404,
    vi: 'Không có văn bản nào mang khóa "{key}". Hãy kiểm tra lại số, ngày (và địa danh), hoặc dùng chức năng tìm kiếm.',
    en: 'No instrument has the key "{key}". Check its number and date (and place), or search for it.',
  },
  KEY_MALFORMED: {
    status: 400,
    vi: 'Khóa văn bản "{key}" không đúng dạng. Dạng đúng: số@ngày, với văn bản địa phương thêm @địa-danh; ví dụ 25-NQ/TW@2013-06-03.',
    en: 'The instrument key "{key}" is malformed. Write number@date, and for a local instrument @place; for example 25-NQ/TW@2013-06-03.',
  },
  DEPTH_INVALID: {
    status: 400,
    vi: 'Độ sâu "{depth}" không hợp lệ. Hãy cho một số nguyên từ {min} đến {max}.',
    en: 'The depth "{depth}" is not valid. Give a whole number from {min} to {max}.',
  },
  ARGUMENT_INVALID: {
    status: 400,
    vi: 'Tham số "{name}" không hợp lệ: {reason}',
    en: 'The argument "{name}" is not valid: {reason_en}',
  },
  QUERY_INVALID: {
    status: 400,
    vi: 'Truy vấn không hợp lệ: {reason}',
    en: 'The query is not valid: {reason}',
  },
  INTROSPECTION_OFF: {
    status: 400,
    vi: 'Máy chủ này không cho xem lược đồ. Hãy xem schema/cancu.graphql; người quản trị có thể đặt CANCU_INTROSPECTION=true.',
    en: 'This server does not show its schema. See schema/cancu.graphql; the administrator can set CANCU_INTROSPECTION=true.',
  },
  QUERY_TOO_LARGE: {
    status: 413,
    vi: 'Truy vấn quá lớn ({reason}). Hãy chia thành nhiều truy vấn nhỏ hơn.',
    en: 'The query is too large ({reason_en}). Split it into smaller ones.',
  },
  API_KEYS_REQUIRED: {
    status: 500,
    vi: '{why} cho máy khác truy cập, nên phải có ít nhất một khóa API trước khi khởi động. Hãy tạo: npm run cancu -- key create --name "Tên" --role editor, rồi chạy lại; hoặc chỉ dùng trên máy này: bỏ trống HOST và CANCU_ALLOWED_HOSTS.',
    en: '{why} lets other machines in, so there must be an API key before the server starts. Make one: npm run cancu -- key create --name "Name" --role editor, and start again; or serve this machine alone: leave HOST and CANCU_ALLOWED_HOSTS empty.',
  },
  API_KEY_MISSING: {
    status: 401,
    vi: 'Cần khóa API có quyền {role}. Hãy gửi kèm Authorization: Bearer <khóa>; người quản trị tạo khóa bằng cancu key create.',
    en: 'An API key with the role {role} is needed. Send Authorization: Bearer <key>; the administrator makes keys with cancu key create.',
  },
  API_KEY_INVALID: {
    status: 401,
    vi: 'Khóa API không đúng hoặc đã bị thu hồi. Hãy kiểm tra lại, hoặc xin người quản trị một khóa mới.',
    en: 'The API key is wrong or was revoked. Check it, or ask the administrator for a new one.',
  },
  ROLE_INSUFFICIENT: {
    status: 403,
    vi: 'Khóa API này không có quyền {role}. Hãy dùng một khóa có quyền đó.',
    en: 'This API key does not have the role {role}. Use one that does.',
  },
  API_KEY_NOT_FOUND: {
    status: 404,
    vi: 'Không có khóa API nào đang dùng mang mã "{id}". Hãy xem danh sách: cancu key list.',
    en: 'There is no API key in use with the id "{id}". See the list: cancu key list.',
  },
  HOST_UNKNOWN: {
    status: 421,
    vi: 'Máy chủ này không trả lời dưới tên "{host}". Hãy dùng địa chỉ 127.0.0.1, hoặc thêm tên đó vào CANCU_ALLOWED_HOSTS.',
    en: 'This server does not answer by the name "{host}". Use the address 127.0.0.1, or add the name to CANCU_ALLOWED_HOSTS.',
  },
  ORIGIN_REFUSED: {
    status: 403,
    vi: 'Yêu cầu đến từ trang của một nơi khác nên bị từ chối. Người quản trị có thể thêm nơi đó vào CANCU_CORS_ORIGINS.',
    en: "The request comes from another site's page and was refused. The administrator can add that site to CANCU_CORS_ORIGINS.",
  },
  PREFLIGHT_REQUIRED: {
    status: 403,
    vi: 'Yêu cầu bị từ chối vì trang web khác có thể gửi thay người dùng. Hãy gửi POST với Content-Type: application/json.',
    en: "The request was refused because another site's page could send it in a user's name. Send POST with Content-Type: application/json.",
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    vi: 'Cách gọi này không được hỗ trợ. Hãy dùng {method}.',
    en: 'This method is not supported. Use {method}.',
  },
  RATE_LIMITED: {
    status: 429,
    vi: 'Quá nhiều yêu cầu. Hãy thử lại sau {seconds} giây.',
    en: 'Too many requests. Try again in {seconds} seconds.',
  },
  TOO_MANY_QUERIES: {
    status: 429,
    vi: 'Quá {most} truy vấn cùng lúc từ một nơi. Hãy chờ các truy vấn trước xong rồi hỏi tiếp.',
    en: 'More than {most} queries at once from one client. Wait for earlier ones to end before asking more.',
  },
  SERVER_BUSY: {
    status: 503,
    vi: 'Máy chủ đang bận. Hãy thử lại sau ít giây.',
    en: 'The server is busy. Try again in a few seconds.',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    vi: 'Phần đầu (header) của yêu cầu quá lớn. Hãy bớt lại.',
    en: 'The headers of the request are too large. Send less of them.',
  },
  REQUEST_TOO_SLOW: {
    status: 408,
    vi: 'Yêu cầu gửi đến quá chậm. Hãy thử lại.',
    en: 'The request arrived too slowly. Try again.',
  },
  UPLOAD_TOO_LARGE: {
    status: 413,
    vi: 'Gửi quá nhiều hoặc quá lớn trong một lần. Hãy gửi ít tệp hơn: mỗi lần tối đa {files} tệp và {all} MB, mỗi tệp tối đa {size} MB.',
    en: 'Too much was sent at once. Send less: {files} files and {all} MB at a time at most, each file of {size} MB at most.',
  },
  REQUEST_MALFORMED: {
    status: 400,
    vi: 'Yêu cầu không đúng dạng. {hint}',
    en: 'The request is malformed. {hint_en}',
  },
  MEDIA_TYPE_UNSUPPORTED: {
    status: 415,
    vi: 'Loại nội dung không được hỗ trợ. Hãy gửi với Content-Type: {type}.',
    en: 'The content type is not supported. Send it with Content-Type: {type}.',
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    vi: 'Không có địa chỉ {route}. Các địa chỉ: {known}.',
    en: 'There is nothing at {route}. There are: {known}.',
  },
  PAGE_NOT_BUILT: {
    status: 503,
    vi: 'Trang web chưa được dựng. Hãy chạy: npm run build:web, rồi khởi động lại.',
    en: 'The page has not been built. Run: npm run build:web, and start again.',
  },
  LINE_MALFORMED: {
    status: 422,
    vi: 'Dòng {number} không đúng dạng. Mỗi dòng phải là một JSON: {"text": "…"}.',
    en: 'Line {number} is malformed. Each line must be JSON: {"text": "…"}.',
  },
  FILE_EMPTY: {
    status: 422,
    vi: 'Tệp {path} không có nội dung. Hãy kiểm tra lại tệp.',
    en: 'The file {path} is empty. Check the file.',
  },
  FILE_BINARY: {
    status: 422,
    vi: 'Tệp {path} là dữ liệu nhị phân, không phải văn bản. Hãy chuyển sang tệp văn bản (.txt, UTF-8) rồi thử lại.',
    en: 'The file {path} holds binary data, not text. Convert it to a text file (.txt, UTF-8) and try again.',
  },
  FILE_NOT_UTF8: {
    status: 422,
    vi: 'Tệp {path} không ở bảng mã UTF-8. Hãy lưu lại tệp với bảng mã UTF-8 rồi thử lại.',
    en: 'The file {path} is not in UTF-8. Save it as UTF-8 and try again.',
  },
  FILE_TOO_LARGE: {
    status: 413,
    vi: 'Tệp {path} quá lớn ({size}; tối đa {limit}). Hãy chia nhỏ tệp rồi thử lại.',
    en: 'The file {path} is too large ({size}; at most {limit}). Split it and try again.',
  },
  FILE_KIND_UNKNOWN: {
    status: 415,
    vi: 'Không đọc được loại tệp này: {path} ({kind}). Hãy lưu thành .docx, .pdf, .html, .md hoặc .txt rồi thử lại.',
    en: 'Files of this kind are not read: {path} ({kind_en}). Save it as .docx, .pdf, .html, .md or .txt and try again.',
  },
  FILE_ENCRYPTED: {
    status: 422,
    vi: 'Tệp {path} được bảo vệ bằng mật khẩu. Hãy mở tệp, lưu một bản không có mật khẩu rồi thử lại.',
    en: 'The file {path} is protected by a password. Open it, save a copy without a password and try again.',
  },
  FILE_DAMAGED: {
    status: 422,
    vi: 'Tệp {path} bị hỏng ({reason}). Hãy tải lại tệp, hoặc mở bằng phần mềm đã tạo ra nó và lưu lại rồi thử lại.',
    en: 'The file {path} is damaged ({reason_en}). Fetch it again, or open and save it with the program that made it, and try again.',
  },
  NEEDS_OCR: {
    status: 422,
    vi: 'Tệp {path} là ảnh chụp hoặc bản quét, không có lớp chữ. Hãy nhận dạng chữ trước (ví dụ: ocrmypdf -l vie tệp.pdf tệp-có-chữ.pdf), hoặc tìm bản có chữ (.docx, .pdf) rồi thử lại.',
    en: 'The file {path} is a picture or a scan without a text layer. Recognise its text first (for example: ocrmypdf -l vie file.pdf file-with-text.pdf), or find a copy that has text (.docx, .pdf), and try again.',
  },
  TOO_MANY_PAGES: {
    status: 413,
    vi: 'Tệp {path} có {pages} trang (tối đa {limit}). Hãy chia nhỏ tệp rồi thử lại.',
    en: 'The file {path} has {pages} pages (at most {limit}). Split it and try again.',
  },
  UNPACKED_TOO_LARGE: {
    status: 413,
    vi: 'Nội dung tệp {path} khi giải nén quá lớn (tối đa {limit}). Hãy chia nhỏ tệp, hoặc lưu lại thành .txt rồi thử lại.',
    en: 'What the file {path} unpacks to is too large (at most {limit}). Split it, or save it as .txt, and try again.',
  },
  READ_TIMEOUT: {
    status: 422,
    vi: 'Đọc tệp {path} mất quá nhiều thời gian (tối đa {limit} giây) nên đã dừng. Hãy chia nhỏ tệp, hoặc lưu lại thành .txt rồi thử lại.',
    en: 'Reading the file {path} took too long (at most {limit} s) and was ended. Split it, or save it as .txt, and try again.',
  },
  UPLOAD_TIMEOUT: {
    status: 503,
    vi: 'Chưa kịp đọc tệp {path}: các tệp của một lần gửi được đọc trong {limit} giây. Hãy gửi lại riêng tệp này, hoặc thử lại sau ít phút.',
    en: 'There was no time left for the file {path}: the files of one upload are read within {limit} s. Send this file again by itself, or try again in a few minutes.',
  },
  FILE_UNREADABLE: {
    status: 422,
    vi: 'Không đọc được tệp {path} ({reason}). Hãy kiểm tra quyền truy cập.',
    en: 'The file {path} cannot be read ({reason}). Check its permissions.',
  },
  FILE_UNWRITABLE: {
    status: 500,
    vi: 'Không ghi được tệp {path} ({reason}). Hãy kiểm tra thư mục và quyền ghi.',
    en: 'The file {path} cannot be written ({reason}). Check the folder and its permissions.',
  },
  NOT_A_FILE: {
    status: 422,
    vi: '{path} không phải là một tệp. Hãy cho tên tệp; để nạp cả thư mục, dùng cancu ingest.',
    en: '{path} is not a file. Name a file; to load a whole folder, use cancu ingest.',
  },
  PATH_NOT_FOUND: {
    status: 404,
    vi: 'Không tìm thấy {path}. Hãy kiểm tra lại đường dẫn.',
    en: '{path} was not found. Check the path.',
  },
  SOURCE_NOT_FOUND: {
    status: 404,
    vi: 'Chưa nạp gì từ "{name}". Hãy cho đúng tệp hoặc thư mục đã nạp, hoặc khóa của văn bản.',
    en: 'Nothing was loaded from "{name}". Give a file or folder that was loaded, or the key of an instrument.',
  },
  RELATION_TO_SELF: {
    status: 400,
    vi: 'Cả hai bên đều là văn bản "{key}": một văn bản không có quan hệ, cũng không gộp với chính nó. Hãy kiểm tra lại các khóa.',
    en: 'Both are the instrument "{key}", which does nothing to itself and is not merged into itself. Check the keys.',
  },
  KEY_UNSETTLED: {
    status: 400,
    vi: 'Khóa "{key}" không chỉ rõ một văn bản: cần cả số và ngày, ví dụ 25-NQ/TW@2013-06-03. Văn bản chưa có số thì gộp vào khóa có số: cancu assert merge.',
    en: 'The key "{key}" does not settle one instrument: it needs a number and a date, for example 25-NQ/TW@2013-06-03. To give a number to a text that shows none, merge it into the key that has it: cancu assert merge.',
  },
  MENTION_NOT_FOUND: {
    status: 404,
    vi: 'Không có chỗ viện dẫn nào mang mã "{id}". Mã lấy từ citations, citedBy hoặc evidence của API.',
    en: 'No mention has the id "{id}". Take it from citations, citedBy or evidence of the API.',
  },
  NOT_OF_INSTRUMENT: {
    status: 409,
    vi: '"{name}" hiện không thuộc văn bản "{key}", nên không tách ra khỏi đó được.',
    en: '"{name}" does not belong to the instrument "{key}" now, and cannot be split from it.',
  },
  ASSERTION_NOT_FOUND: {
    status: 404,
    vi: 'Không có khẳng định nào mang mã "{id}". Xem các mã bằng: cancu assertions.',
    en: 'No assertion has the id "{id}". See the ids with: cancu assertions.',
  },
  ASSERTION_STANDS: {
    status: 409,
    vi: 'Điều này đã được {author} khẳng định (mã {id}). Muốn thay, hãy rút khẳng định đó trước: cancu withdraw {id}.',
    en: '{author} has asserted on this already (id {id}). To say otherwise, withdraw that first: cancu withdraw {id}.',
  },
  ASSERTION_WITHDRAWN: {
    status: 409,
    vi: 'Khẳng định {id} đã được {author} rút từ trước.',
    en: 'The assertion {id} was withdrawn already, by {author}.',
  },
  UNITS_CSV_MALFORMED: {
    status: 422,
    vi: 'Bảng đơn vị hành chính {path} không đúng dạng: {reason}. Cần các cột {columns}; tên có cả loại đơn vị, ví dụ "Xã Minh Sơn". Không có gì được nạp.',
    en: 'The table of units {path} is malformed: {reason_en}. It needs the columns {columns}; names with their kind, for example "Xã Minh Sơn". Nothing was loaded.',
  },
  PLACE_NOT_FOUND: {
    status: 404,
    vi: 'Không có địa danh "{name}" trong danh mục. Hãy kiểm tra lại tên; xã, phường chỉ có sau khi chạy: cancu units import <tệp.csv>.',
    en: 'The gazetteer holds no place "{name}". Check the name; communes are there after: cancu units import <file.csv>.',
  },
  GRAPH_NOT_EMPTY: {
    status: 409,
    vi: 'Đồ thị đã có {count} văn bản khác; không nạp dữ liệu mẫu đè lên. Nếu thật sự muốn nạp thêm, hãy chạy lại với {flag}.',
    en: 'The graph already holds {count} other texts; the seed is not loaded over it. To load it all the same, run again with {flag}.',
  },
  SEED_INVALID: {
    status: 500,
    vi: 'Dữ liệu mẫu {file} có lỗi: {reason}. Hãy sửa tệp, hoặc lấy lại bản gốc.',
    en: 'The seed file {file} is at fault: {reason}. Correct the file, or restore the original.',
  },
  REGISTER_INVALID: {
    status: 422,
    vi: 'Bảng {file} có lỗi ở dòng {line}, cột "{column}": {reason}. Chưa có gì thay đổi; hãy sửa bảng rồi chạy lại.',
    en: 'The table {file} is at fault in line {line}, column "{column}": {reason_en}. Nothing was changed; correct the table and run again.',
  },
  INTERNAL: {
    status: 500,
    vi: 'Lỗi nội bộ. Hãy thử lại; nếu vẫn lỗi, hãy báo cho người quản trị kèm thời điểm xảy ra.',
    en: 'Internal error. Try again; if it persists, tell the administrator when it happened.',
  },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS
export type ErrorParams = Readonly<Record<string, string | number>>

/** An expected failure, in words meant for the person who meets it. `message` is both languages, a line each. */
export class CancuError extends Error {
  override readonly name = 'CancuError'
  readonly code: ErrorCode
  readonly status: number
  readonly vi: string
  readonly en: string
  /** What the messages were filled with. */
  readonly details: ErrorParams

  constructor(code: ErrorCode, details: ErrorParams, cause?: unknown) {
    const entry: ErrorEntry = ERRORS[code]
    const vi = fill(entry.vi, details)
    const en = fill(entry.en, details)
    super(`${vi}\n${en}`, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = entry.status
    this.vi = vi
    this.en = en
    this.details = details
  }
}

/**
 * Makes the error of a code.
 *
 * @param params fill the `{name}` places of its messages; an unnamed place is left empty.
 * @param cause the error underneath, for the log; never shown to a client.
 */
export function createError(code: ErrorCode, params: ErrorParams = {}, cause?: unknown): CancuError {
  return new CancuError(code, params, cause)
}

function fill(template: string, params: ErrorParams): string {
  return template.replace(/\{([a-z_]{1,20})\}/g, (_, name: string) => String(params[name] ?? ''))
}
