using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Kube.Hosting;

/// <summary>Log entries as lines.</summary>
internal static class LogLine
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Text(LogEntry entry)
    {
        var line = new StringBuilder(160);
        line.Append(Letter(entry.Level)).Append(entry.At.ToString("MMdd HH:mm:ss.ffffff", CultureInfo.InvariantCulture)).Append(' ').Append(entry.Category).Append("] ");
        AppendOneLine(line, entry.Message);
        if (entry.Exception is { } exception)
        {
            AppendOneLine(line.Append(" exception=\""), exception.ToString());
            line.Append('"');
        }

        return Encoding.UTF8.GetBytes(line.Append('\n').ToString());
    }

    public static byte[] Json(LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            json.WriteString("ts", entry.At.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
            json.WriteString("level", entry.Level.ToString().ToLowerInvariant());
            json.WriteString("logger", entry.Category);
            json.WriteString("msg", entry.Message);
            foreach (var (name, value) in entry.Values)
            {
                if (name != "{OriginalFormat}")
                {
                    json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                }
            }

            if (entry.Exception is { } exception)
            {
                json.WriteString("exception", exception.ToString());
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static char Letter(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => 'D',
        LogLevel.Information => 'I',
        LogLevel.Warning => 'W',
        LogLevel.Error => 'E',
        _ => 'F',
    };

    private static void AppendOneLine(StringBuilder line, string text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\n' => line.Append("\\n"),
                '\r' => line,
                _ => line.Append(letter),
            };
        }
    }
}
