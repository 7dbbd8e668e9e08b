/** Sections of the frames that cross the boundary: RequestKey and ReplyKey of src/app/wire.h. */

export const article_key = 1;
export const feed_key = 2;
export const campaigns_key = 3;
export const base_url_key = 4;
export const lang_key = 5;
export const now_key = 6;
export const heading_level_key = 7;
export const hide_key = 8;
export const format_key = 9;
export const state_key = 10;
export const archive_directory_key = 11;
export const archive_shard_key = 12;
export const archive_fresh_key = 13;
export const shown_key = 14;
export const event_key = 16;
export const donate_hosts_key = 17;
export const random_key = 18;

export const tree_key = 1;
export const notes_key = 2;
export const wants_key = 3;
export const error_key = 4;
export const document_key = 5;
export const new_state_key = 6;
export const url_key = 7;
