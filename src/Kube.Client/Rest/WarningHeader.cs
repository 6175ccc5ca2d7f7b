using System.Text;

namespace Kube.Client;

/// <summary>Reads the texts of <c>Warning</c> headers: <c>299 - "text"</c>, several separated by commas.</summary>
internal static class WarningHeader
{
    public static IEnumerable<string> Parse(string header)
    {
        var position = 0;
        while (position < header.Length)
        {
            var open = header.IndexOf('"', position);
            if (open < 0)
            {
                yield break;
            }

            var text = new StringBuilder();
            for (position = open + 1; position < header.Length && header[position] != '"'; position++)
            {
                if (header[position] == '\\' && position + 1 < header.Length)
                {
                    position++;
                }

                text.Append(header[position]);
            }

            position++;
            yield return text.ToString();
        }
    }
}
