/**
 * The one layout of every mail. Direction stands on the elements themselves, since mail programs drop it from `html` and `body`;
 * tables and styles in the elements are what all of them understand. `start` and `end` are the sides of the language.
 */
export const HTML_LAYOUT = `<!doctype html>
<html lang="{{lang}}" dir="{{dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{{subject}}</title>
</head>
<body style="margin:0;padding:0;background-color:#f4f5f7;">
<div style="display:none;max-height:0;overflow:hidden;">{{preview}}</div>
<table role="presentation" dir="{{dir}}" lang="{{lang}}" width="100%" cellpadding="0" cellspacing="0" style="background-color:#f4f5f7;">
<tr><td align="center" style="padding:24px 12px;">
<table role="presentation" dir="{{dir}}" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background-color:#ffffff;border-radius:8px;font-family:Arial,'Arial Hebrew',sans-serif;color:#1a1d23;text-align:{{start}};">
{{#if test}}<tr><td dir="{{dir}}" style="padding:12px 24px;background-color:#7a2e00;color:#ffffff;font-size:14px;font-weight:bold;text-align:{{start}};">{{testMark}}</td></tr>
{{/if}}<tr><td dir="{{dir}}" style="padding:24px 24px 0;font-size:14px;color:#4a5160;text-align:{{start}};">{{merchant}}</td></tr>
<tr><td dir="{{dir}}" style="padding:8px 24px 0;text-align:{{start}};"><h1 style="margin:0;font-size:22px;line-height:1.3;">{{heading}}</h1></td></tr>
<tr><td dir="{{dir}}" style="padding:16px 24px 0;font-size:16px;line-height:1.6;text-align:{{start}};">
<p style="margin:0 0 12px;">{{greeting}}</p>
{{#each paragraphs}}<p style="margin:0 0 12px;">{{this}}</p>
{{/each}}</td></tr>
{{#if label}}<tr><td dir="{{dir}}" style="padding:4px 24px 12px;text-align:{{start}};"><a href="{{label.url}}" style="display:inline-block;padding:12px 20px;background-color:#0b57b8;color:#ffffff;border-radius:6px;text-decoration:none;font-size:16px;">{{label.text}}</a></td></tr>
{{/if}}{{#if portal}}<tr><td dir="{{dir}}" style="padding:4px 24px 12px;text-align:{{start}};"><a href="{{portal.url}}" style="display:inline-block;padding:12px 20px;border:1px solid #0b57b8;color:#0b57b8;border-radius:6px;text-decoration:none;font-size:16px;">{{portal.text}}</a></td></tr>
{{/if}}<tr><td style="padding:8px 24px 16px;">
<table role="presentation" dir="{{dir}}" width="100%" cellpadding="0" cellspacing="0" style="font-size:15px;line-height:1.5;">
{{#each facts}}<tr><td dir="{{../dir}}" valign="top" style="padding:8px 0;border-top:1px solid #e3e6eb;color:#4a5160;text-align:{{../start}};">{{label}}</td><td dir="{{../dir}}" valign="top" style="padding:8px 0;border-top:1px solid #e3e6eb;text-align:{{../end}};">{{value}}{{#if note}}<br><span style="font-size:13px;color:#4a5160;">{{note}}</span>{{/if}}</td></tr>
{{/each}}</table>
</td></tr>
<tr><td dir="{{dir}}" style="padding:12px 24px 24px;font-size:13px;line-height:1.5;color:#4a5160;text-align:{{start}};">{{footer}}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
